/** The camera is closed to everything, except to our own page while it shows what the camera sees and has said so. */
import { ORIGIN, isOurPage } from './origin.ts'

export interface CameraGate {
  allow(allowed: boolean): void
  /** Of the page or origin that asks. */
  isAllowed(url: string): boolean
}

export function createCameraGate(): CameraGate {
  let open = false
  return {
    allow(allowed) {
      open = allowed
    },
    isAllowed: (url) => open && (url === ORIGIN || isOurPage(url)),
  }
}
