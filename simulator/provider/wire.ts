/** How values travel: msgpack, with an extension for values that are not known yet. */
import { ExtensionCodec, decode, encode } from "@msgpack/msgpack";
import { UNKNOWN, Unknown, type Value } from "../values";

/** The message that carries a value. */
export interface DynamicValue {
  msgpack?: Uint8Array;
  json?: Uint8Array;
}

/** Extension 0 is a plain unknown value; 12 is one with refinements ("not null", …), which are dropped here. */
const extensionCodec = new ExtensionCodec();
extensionCodec.register({
  type: 0,
  encode: (value) => (value instanceof Unknown ? new Uint8Array([0]) : null),
  decode: () => UNKNOWN,
});
extensionCodec.register({ type: 12, encode: () => null, decode: () => UNKNOWN });

/** Reads a value out of its message. */
export function decodeValue(message: DynamicValue | null | undefined): Value {
  if (message?.msgpack?.length) return decode(message.msgpack, { extensionCodec }) as Value;
  if (message?.json?.length) return JSON.parse(Buffer.from(message.json).toString("utf8")) as Value;
  return null;
}

/** Puts a value into its message. */
export function encodeValue(value: Value): DynamicValue {
  return { msgpack: encode(value, { extensionCodec }) };
}
