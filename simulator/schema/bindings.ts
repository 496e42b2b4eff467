/**
 * Reads a provider's schema back out of its CDKTF bindings, with the TypeScript parser.
 *
 * A generated `index.js` has, for each class: an `attrs` object that says how each settable member is written as HCL; a
 * `resetName()` method for each optional one; and, for members that are computed or complex, a comment
 * (`// name - computed: …, optional: …, required: …`) before the getter or assignment that names its type.
 * For settable members of a simple type nothing tells "optional" from "optional and computed": see `rules.ts`.
 */
import { readFileSync } from "node:fs";
import ts from "typescript";

/** How one settable member is written as HCL. */
export interface SettableMember {
  /** The expression that makes the HCL value: `cdktf.stringToHclTerraform(…)`, `cdktf.listMapperHcl(…, true)(…)`, … */
  value: ts.Expression;
  /** `simple`, `list`, `set`, `map` or `struct`. */
  type: string;
  /** `string`, `stringList`, `EcsServiceLoadBalancerList`, … */
  storageClass: string;
}

/** A member that carries a comment: its flags and the expression that gives its value. */
export interface CommentedMember {
  computed: boolean;
  optional: boolean;
  required: boolean;
  source: ts.Expression | undefined;
}

/** One class of the bindings: a resource, a data source, a provider, or a nested object's output reference. */
export interface BindingsClass {
  commented: Map<string, CommentedMember>;
  /** Names of all methods; `resetName` marks an optional member. */
  methods: Set<string>;
}

/** What the parser found in one generated file. */
export interface Bindings {
  /** Name of the class that extends TerraformResource, TerraformDataSource or TerraformProvider. */
  main: string;
  classes: Map<string, BindingsClass>;
  /** Settable members by class name (the main class) or struct name (nested ones). */
  settable: Map<string, Map<string, SettableMember>>;
}

/** Parses one generated `index.js`. */
export function readBindings(file: string): Bindings {
  const text = readFileSync(file, "utf8");
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true, ts.ScriptKind.JS);
  const bindings: Bindings = { main: "", classes: new Map(), settable: new Map() };
  for (const statement of source.statements) {
    if (ts.isFunctionDeclaration(statement) && statement.name) readFunction(statement, bindings);
    if (ts.isClassDeclaration(statement) && statement.name) readClass(statement, text, bindings);
  }
  if (!bindings.main)
    throw new Error(`${file}: no class extends TerraformResource, TerraformDataSource or TerraformProvider`);
  return bindings;
}

const HCL_FUNCTION = "ToHclTerraform";

function readFunction(node: ts.FunctionDeclaration, bindings: Bindings): void {
  const name = node.name!.text;
  if (!name.endsWith(HCL_FUNCTION)) return;
  const struct = name.charAt(0).toUpperCase() + name.slice(1, -HCL_FUNCTION.length);
  bindings.settable.set(struct, readAttrs(node));
}

function readClass(node: ts.ClassDeclaration, text: string, bindings: Bindings): void {
  const name = node.name!.text;
  const base = node.heritageClauses?.[0]?.types[0]?.expression.getText() ?? "";
  if (/Terraform(Resource|DataSource|Provider)$/.test(base)) {
    bindings.main = name;
    const synthesize = node.members.find((m) => m.name?.getText() === "synthesizeHclAttributes");
    if (synthesize) bindings.settable.set(name, readAttrs(synthesize));
  }
  const found: BindingsClass = { commented: new Map(), methods: new Set() };
  for (const member of node.members) {
    if (ts.isMethodDeclaration(member)) found.methods.add(member.name.getText());
    const statements = ts.isConstructorDeclaration(member) ? (member.body?.statements ?? []) : [];
    for (const commented of [member, ...statements]) readComment(commented, text, found);
  }
  bindings.classes.set(name, found);
}

/** Reads the flags in the comment before a getter or an assignment. */
function readComment(node: ts.Node, text: string, found: BindingsClass): void {
  const comment = ts.getLeadingCommentRanges(text, node.pos)?.at(-1);
  if (!comment) return;
  const [name, flags] = text.slice(comment.pos, comment.end).replace("//", "").trim().split(" - ");
  if (!name || !flags?.startsWith("computed:")) return;
  const is = (flag: string): boolean => flags.includes(`${flag}: true`);
  found.commented.set(name, {
    computed: is("computed"),
    optional: is("optional"),
    required: is("required"),
    source: valueOf(node),
  });
}

/** What a getter returns, or what an assignment assigns. */
function valueOf(node: ts.Node): ts.Expression | undefined {
  if (ts.isExpressionStatement(node) && ts.isBinaryExpression(node.expression)) return node.expression.right;
  if (ts.isPropertyDeclaration(node)) return node.initializer;
  if (ts.isGetAccessorDeclaration(node)) return node.body?.statements.find(ts.isReturnStatement)?.expression;
  return undefined;
}

/** The entries of `const attrs = { … }` inside a function or method. */
function readAttrs(node: ts.Node): Map<string, SettableMember> {
  const found = new Map<string, SettableMember>();
  const visit = (child: ts.Node): void => {
    if (
      ts.isVariableDeclaration(child) &&
      child.name.getText() === "attrs" &&
      child.initializer &&
      ts.isObjectLiteralExpression(child.initializer)
    ) {
      for (const entry of child.initializer.properties)
        if (ts.isPropertyAssignment(entry)) found.set(entry.name.getText(), readEntry(entry));
    } else ts.forEachChild(child, visit);
  };
  visit(node);
  return found;
}

function readEntry(entry: ts.PropertyAssignment): SettableMember {
  const fields = new Map<string, ts.Expression>();
  for (const field of (entry.initializer as ts.ObjectLiteralExpression).properties)
    if (ts.isPropertyAssignment(field)) fields.set(field.name.getText(), field.initializer);
  const text = (name: string): string => (fields.get(name) as ts.StringLiteral).text;
  return { value: fields.get("value")!, type: text("type"), storageClass: text("storageClassType") };
}
