/** What a listener says to a request that no service's rule takes. */
export const nobody = (messageBody: string) => ({
  type: "fixed-response",
  fixedResponse: { contentType: "text/plain", messageBody, statusCode: "404" },
});
