// Engines and providers live for seconds: half of their time would go into collecting garbage that nobody needs the room of.
process.env.GOGC ??= "400";

/** @type {import("jest").Config} */
module.exports = {
  testEnvironment: "node",
  reporters: ["default", "<rootDir>/scripts/tally-reporter.js"],
  // Each test that runs an engine takes a core of its own, and the AWS provider some memory.
  maxWorkers: 2,
  testMatch: ["<rootDir>/__tests__/**/*.test.ts"],
  modulePathIgnorePatterns: ["<rootDir>/dist", "<rootDir>/cdktf.out"],
  transform: {
    "^.+\\.ts$": [
      "@swc/jest",
      { jsc: { parser: { syntax: "typescript" }, target: "es2022" }, module: { type: "commonjs" } },
    ],
  },
};
