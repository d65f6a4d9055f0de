import { createRoot } from 'react-dom/client'
import { I18nProvider } from 'react-aria-components'
import { LOCALES } from '../messages/language.ts'
import { App } from './App.tsx'
import { beginSpeaking, useSpoken } from './useLanguage.ts'
import './base.css'

const root = document.getElementById('root')
if (root === null) throw new Error('the page has no root')
beginSpeaking()
createRoot(root).render(<Window />)

function Window() {
  return <I18nProvider locale={LOCALES[useSpoken()]}><App /></I18nProvider>
}
