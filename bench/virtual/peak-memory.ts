import { createWorkbench, TRANSFERS } from './workbench.ts';

/** Builds, analyses and runs the block once, and prints the most memory this process has held, in bytes. */
await createWorkbench({ engine: 'block-stm', lanes: 32, block: TRANSFERS(10_000) });
console.log(process.resourceUsage().maxRSS * 1024);
