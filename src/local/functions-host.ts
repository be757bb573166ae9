/**
 * The process of the functions inside the local workspace: ends with its parent, however that ended, so that
 * no orphan goes on holding the port.
 */
process.once('disconnect', () => process.exit(0));
await import('../../functions/index.ts');
