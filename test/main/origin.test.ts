/** What stays inside the machine, and the policy that a page is served under. */
import { expect, test } from 'vitest'
import { CONTENT_SECURITY_POLICY } from '../../electron/main/contentSecurity.ts'
import { isOurPage, staysInside } from '../../electron/main/origin.ts'

test('our own files and the images a page makes stay inside', () => {
  expect(staysInside('app://chancery/assets/a.js', true)).toBe(true)
  expect(staysInside('blob:app://chancery/0e1f', true)).toBe(true)
})

test.for([
  'https://chancery/', 'http://127.0.0.1/', 'ws://localhost/', 'file:///etc/passwd', 'data:text/html,x', 'app://chancery.example/', 'app://other/index.html', 'blob:https://example.org/1', 'ftp://x/', 'devtools://x/',
])('%s does not', (url) => {
  expect(staysInside(url, true)).toBe(false)
})

test('only a page of our origin may use the channel', () => {
  expect(isOurPage('app://chancery/index.html')).toBe(true)
  expect(isOurPage('app://chancery.example/index.html')).toBe(false)
  expect(isOurPage('about:blank')).toBe(false)
})

test('the content security policy allows nothing by default, and no inline or foreign script or style', () => {
  const directives = new Map(CONTENT_SECURITY_POLICY.split('; ').map((one) => [one.split(' ')[0], one.split(' ').slice(1).join(' ')]))
  expect(directives.get('default-src')).toBe("'none'")
  expect(directives.get('script-src')).toBe("'self'")
  expect(directives.get('style-src')).toBe("'self'")
  expect(directives.get('require-trusted-types-for')).toBe("'script'")
  expect(CONTENT_SECURITY_POLICY).not.toMatch(/unsafe|\*|https?:|data:/)
})
