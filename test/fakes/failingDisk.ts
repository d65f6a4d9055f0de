/** A disk of which the n-th call fails; a write that fails has written half of what it was given. */
import type { Disk } from '../../electron/engine/vault/replaceFile.ts'

export interface Failure {
  /** The call that fails, counted from 0. */
  readonly at: number
  /** `dead`: and every call after it, as if the process had been killed; `alive`: only this one. */
  readonly after: 'dead' | 'alive'
  readonly code?: string
}

export interface FailingDisk {
  readonly disk: Disk
  /** In their order, the failed ones included. */
  readonly calls: string[]
}

export function failingDisk(real: Disk, failure: Failure | null): FailingDisk {
  const calls: string[] = []
  const fails = (name: string): boolean => {
    const at = calls.push(name) - 1
    return failure !== null && (at === failure.at || (failure.after === 'dead' && at > failure.at))
  }
  const fault = (): Error => Object.assign(new Error(failure?.code ?? 'EIO'), { code: failure?.code ?? 'EIO' })
  const guarded = <Args extends unknown[], T>(name: string, call: (...args: Args) => T) => (...args: Args): T => {
    if (fails(name)) throw fault()
    return call(...args)
  }
  return {
    calls,
    disk: {
      remove: guarded('remove', real.remove),
      create: guarded('create', real.create),
      write(handle, bytes) {
        if (!fails('write')) return real.write(handle, bytes)
        real.write(handle, bytes.subarray(0, bytes.length >> 1))
        throw fault()
      },
      flush: guarded('flush', real.flush),
      close(handle) {
        // The system closes the files of the dead.
        real.close(handle)
        if (fails('close')) throw fault()
      },
      rename: guarded('rename', real.rename),
      openFolder: guarded('openFolder', real.openFolder),
    },
  }
}
