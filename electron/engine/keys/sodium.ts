/** The one place where libsodium comes in. Nothing of it may be called before `ready()` has resolved. */
import sodium from 'libsodium-wrappers-sumo'

export { sodium }

export async function ready(): Promise<void> {
  await sodium.ready
}
