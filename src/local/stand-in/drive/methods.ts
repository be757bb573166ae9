import type { Method } from '../http/call.ts';
import { fileMethods } from './file-methods.ts';

export const driveMethods: Readonly<Record<string, Method>> = { ...fileMethods };
