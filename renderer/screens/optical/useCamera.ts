/** The machine's camera while a dialog shows what it sees: our page may use it only then, and it is off again when the dialog closes. */
import { useCallback, useEffect, useRef, useState } from 'react'
import decodeQR from 'qr/decode.js'
import { allowCamera } from '../../engineClient.ts'

/** How often a picture is looked at, and at what width at most. */
const LOOK_EVERY_MS = 120
const LOOK_WIDTH = 1280

export interface Camera {
  readonly state: 'off' | 'on' | 'refused'
  /** The element that shows it. */
  readonly show: (video: HTMLVideoElement | null) => void
  start(): void
  stop(): void
}

/** Hands on the text of each code that it sees and did not see just before. */
export function useCamera(onCode: (text: string) => void): Camera {
  const [shown, show] = useState<HTMLVideoElement | null>(null)
  const [state, setState] = useState<Camera['state']>('off')
  const heard = useRef(onCode)
  useEffect(() => { heard.current = onCode })
  useEffect(() => {
    if (state !== 'on' || shown === null) return undefined
    let stream: MediaStream | null = null
    let timer = 0
    let last = ''
    const look = (): void => {
      const text = codeIn(shown)
      if (text !== null && text !== last) {
        last = text
        heard.current(text)
      }
      timer = window.setTimeout(look, LOOK_EVERY_MS)
    }
    let wanted = true
    void openCamera().then((opened) => {
      if (!wanted) return closeCamera(opened)
      if (opened === null) return setState('refused')
      stream = opened
      shown.srcObject = opened
      void shown.play().then(look, () => setState('refused'))
    })
    return () => {
      wanted = false
      window.clearTimeout(timer)
      shown.srcObject = null
      closeCamera(stream)
      void allowCamera(false)
    }
  }, [state, shown])
  return { state, show, start: useCallback(() => setState('on'), []), stop: useCallback(() => setState('off'), []) }
}

async function openCamera(): Promise<MediaStream | null> {
  await allowCamera(true)
  return navigator.mediaDevices.getUserMedia({ audio: false, video: { width: { ideal: 1920 }, height: { ideal: 1080 }, facingMode: 'environment' } }).catch(() => null)
}

function closeCamera(stream: MediaStream | null): void {
  for (const track of stream?.getTracks() ?? []) track.stop()
}

function codeIn(video: HTMLVideoElement): string | null {
  if (video.videoWidth === 0) return null
  const scale = Math.min(1, LOOK_WIDTH / video.videoWidth)
  const canvas = new OffscreenCanvas(Math.round(video.videoWidth * scale), Math.round(video.videoHeight * scale))
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (context === null) return null
  context.drawImage(video, 0, 0, canvas.width, canvas.height)
  try {
    return decodeQR(context.getImageData(0, 0, canvas.width, canvas.height))
  } catch {
    return null
  }
}
