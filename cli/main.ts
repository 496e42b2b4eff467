#!/usr/bin/env node
/** `switchyard`: each command is a file in commands/, loaded when it is called. */
import { Command, CommanderError } from "commander";
import { COMMANDS } from "./commands";
import { EXIT, explain } from "./exit";

async function main(words: readonly string[]): Promise<number> {
  const program = new Command("switchyard")
    .description("Web services on ECS Express Mode or plain ECS, switched by one word")
    .exitOverride()
    .showHelpAfterError("(switchyard <command> --help shows the options)");
  let code: number = EXIT.ok;
  for (const declare of COMMANDS) {
    const command = declare((result) => {
      code = result;
    });
    program.addCommand(command.exitOverride());
  }
  try {
    await program.parseAsync([...words], { from: "user" });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.usage;
    return explain(error);
  }
}

// A reader such as `head` may close the pipe before everything is written.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(EXIT.ok);
  throw error;
});

void main(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
