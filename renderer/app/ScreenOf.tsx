/** The screen of a place. A new screen is added here, in place.ts and in the navigation. */
import { assertNever } from '../../shared/base/assertNever.ts'
import { CatalogueScreen } from '../screens/catalogue/CatalogueScreen.tsx'
import { Compare } from '../screens/compare/Compare.tsx'
import { ProofScreen } from '../screens/compare/ProofScreen.tsx'
import { Consolidation } from '../screens/consolidation/Consolidation.tsx'
import { Desk } from '../screens/desk/Desk.tsx'
import { Directory } from '../screens/directory/Directory.tsx'
import { Dossier } from '../screens/dossier/Dossier.tsx'
import { DossierForm } from '../screens/dossier/DossierForm.tsx'
import { Dossiers } from '../screens/dossier/Dossiers.tsx'
import { DraftText } from '../screens/dossier/DraftText.tsx'
import { TextForm } from '../screens/dossier/TextForm.tsx'
import { Exchange } from '../screens/exchange/Exchange.tsx'
import { Register } from '../screens/register/Register.tsx'
import { Settings } from '../screens/settings/Settings.tsx'
import { Certificate } from '../screens/silence/Certificate.tsx'
import { CertificateCheck } from '../screens/silence/CertificateCheck.tsx'
import { Kinds } from '../screens/silence/Kinds.tsx'
import { Ledger } from '../screens/silence/Ledger.tsx'
import { Silence } from '../screens/silence/Silence.tsx'
import { SilenceForm } from '../screens/silence/SilenceForm.tsx'
import { Silences } from '../screens/silence/Silences.tsx'
import { Suggest } from '../screens/suggest/Suggest.tsx'
import { Reader } from '../screens/text/Reader.tsx'
import { Texts } from '../screens/text/Texts.tsx'
import type { Place } from './place.ts'

export function ScreenOf({ place }: { place: Place }) {
  switch (place.at) {
    case 'desk': return <Desk />
    case 'dossiers': return <Dossiers />
    case 'dossierForm': return <DossierForm />
    case 'dossier': return <Dossier dossier={place.dossier} tab={place.tab ?? 'timeline'} />
    case 'catalogue': return <CatalogueScreen circle={place.circle} />
    case 'textForm': return <TextForm dossier={place.dossier} />
    case 'draftText': return <DraftText dossier={place.dossier} />
    case 'texts': return <Texts />
    case 'text': return <Reader dossier={place.dossier} text={place.text} found={place.found ?? null} />
    case 'suggest': return <Suggest dossier={place.dossier} text={place.text} rev={place.rev} />
    case 'consolidate': return <Consolidation dossier={place.dossier} text={place.text} />
    case 'compare': return <Compare dossier={place.dossier} text={place.text} />
    case 'proof': return <ProofScreen />
    case 'silences': return <Silences />
    case 'silence': return <Silence dossier={place.dossier} procedure={place.procedure} />
    case 'silenceForm': return <SilenceForm dossier={place.dossier} text={place.text} draft={place.draft ?? null} />
    case 'silenceKinds': return <Kinds />
    case 'reservations': return <Ledger dossier={place.dossier} text={place.text} />
    case 'certificate': return <Certificate dossier={place.dossier} procedure={place.procedure} />
    case 'certificateCheck': return <CertificateCheck />
    case 'exchange': return <Exchange side={place.side} />
    case 'register': return <Register />
    case 'directory': return <Directory />
    case 'settings': return <Settings />
    default: return assertNever(place)
  }
}
