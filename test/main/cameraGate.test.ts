import { describe, expect, test } from 'vitest'
import { createCameraGate } from '../../electron/main/cameraGate.ts'
import { ORIGIN, START_URL } from '../../electron/main/origin.ts'

describe('the camera', () => {
  test('is open to our page alone, and only between its word and its taking it back', () => {
    const gate = createCameraGate()
    const asks = (): boolean[] => [START_URL, ORIGIN, `${ORIGIN}.example/`, 'https://example.eu/', 'file:///etc/passwd', ''].map((url) => gate.isAllowed(url))
    expect(asks()).toEqual([false, false, false, false, false, false])
    gate.allow(true)
    expect(asks()).toEqual([true, true, false, false, false, false])
    gate.allow(false)
    expect(asks()).toEqual([false, false, false, false, false, false])
  })
})
