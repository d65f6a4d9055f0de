/** The desktop tests run what `npm start` runs: the built app. */
import { execFileSync } from 'node:child_process'

export default function buildOnce(): void {
  execFileSync('node', ['build/bundle.ts'], { stdio: 'inherit' })
}
