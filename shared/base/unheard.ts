/**
 * For work that goes on beside other work: its failure is heard where it is awaited, which is never when something else failed first,
 * and is then no fault of ours that must end the process.
 */
export function unheard<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => undefined)
  return promise
}
