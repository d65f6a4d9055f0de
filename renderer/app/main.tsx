import { createRoot } from 'react-dom/client'
import { I18nProvider } from 'react-aria-components'
import { App } from './App.tsx'
import './base.css'

const root = document.getElementById('root')
if (root === null) throw new Error('the page has no root')
createRoot(root).render(<I18nProvider locale="en-GB"><App /></I18nProvider>)
