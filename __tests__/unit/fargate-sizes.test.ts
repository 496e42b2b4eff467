import { FARGATE_MEMORY } from "../../modules/spec/limits";
import { isFargateSize } from "../../simulator/world/task-definitions";

describe("Fargate's sizes", () => {
  const cpus = [128, 256, 512, 1024, 2048, 3072, 4096, 8192, 16384, 32768, 65536];
  const memories = Array.from({ length: 500 }, (_, i) => (i + 1) * 512);

  it("are the same in the spec's table of pairs and in the simulator's ranges", () => {
    const differing = cpus.flatMap((cpu) =>
      memories
        .filter((memory) => isFargateSize(cpu, memory) !== (FARGATE_MEMORY[cpu] ?? []).includes(memory))
        .map((memory) => [cpu, memory]),
    );
    expect(differing).toEqual([]);
  });

  it("end at 32 vCPU and 244 GB", () => {
    expect(isFargateSize(32768, 244 * 1024)).toBe(true);
    expect(isFargateSize(32768, 128 * 1024)).toBe(false);
  });
});
