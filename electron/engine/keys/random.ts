import type { Random } from '../../../shared/base/ports.ts'
import { sodium } from './sodium.ts'

/** From the operating system's generator. */
export const randomBytes: Random = (count) => sodium.randombytes_buf(count)
