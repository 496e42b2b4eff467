/** A jest reporter that closes with one line: how many tests passed, failed and were skipped. */
module.exports = class TallyReporter {
  onRunComplete(_contexts, { numPassedTests, numFailedTests, numPendingTests, numTodoTests, numRuntimeErrorTestSuites, testResults }) {
    const skipped = testResults.flatMap(({ testResults: tests }) => tests).filter(({ status }) => status === "pending");
    const reasons = new Set(skipped.map(({ fullName }) => fullName));
    for (const reason of reasons) console.log(`skipped: ${reason}`);
    console.log(`${numPassedTests} passed, ${numFailedTests + numRuntimeErrorTestSuites} failed, ${numPendingTests + numTodoTests} skipped`);
  }
};
