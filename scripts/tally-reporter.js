/** A jest reporter that closes with one line: how many tests passed, failed and were skipped, and why the skipped ones were. */
module.exports = class TallyReporter {
  onRunComplete(
    _contexts,
    { numPassedTests, numFailedTests, numPendingTests, numTodoTests, numRuntimeErrorTestSuites, testResults },
  ) {
    const tests = testResults.flatMap((file) => file.testResults);
    for (const { fullName, status } of tests)
      if (status === "pending" && fullName.includes("skipped: ")) process.stderr.write(`${fullName}\n`);
    const failed = numFailedTests + numRuntimeErrorTestSuites;
    const line = `${numPassedTests} passed, ${failed} failed, ${numPendingTests + numTodoTests} skipped\n`;
    process.on("exit", () => process.stderr.write(line)); // jest's own summary comes after the reporters
  }
};
