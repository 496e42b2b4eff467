/** Options of the log driver `awslogs`: a container is never held up by its log. */
export const awsLogs = (group: string, region: unknown, prefix: string) => ({
  "awslogs-group": group,
  "awslogs-region": region,
  "awslogs-stream-prefix": prefix,
  mode: "non-blocking",
  "max-buffer-size": "25m",
});
