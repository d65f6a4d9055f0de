/** The table of the contract: each method that needs an open vault, and the handler that answers it. The others: holderHandlers.ts. */
import type { Method } from '../../../shared/ipc/contract.ts'
import type { VaultHandler } from './context.ts'
import type { HolderMethod } from './holderHandlers.ts'
import { backupShow } from './backupShow.ts'
import { vaultVerify } from './vaultVerify.ts'
import { registerExport } from './registerExport.ts'
import { vaultRebuild } from './vaultRebuild.ts'
import { registerList } from './registerList.ts'
import { registerVerify } from './registerVerify.ts'
import { deskShow } from './deskShow.ts'
import { settingsShow } from './settingsShow.ts'
import { settingsChange } from './settingsChange.ts'
import { cardWrite } from './cardWrite.ts'
import { cardRead } from './cardRead.ts'
import { cardTrust } from './cardTrust.ts'
import { cardList } from './cardList.ts'
import { opticalShow } from './opticalShow.ts'
import { opticalWrite } from './opticalWrite.ts'
import { opticalRead } from './opticalRead.ts'
import { opticalTake } from './opticalTake.ts'
import { opticalForget } from './opticalForget.ts'
import { cardShow } from './cardShow.ts'
import { circleFound } from './circleFound.ts'
import { circleAdmit } from './circleAdmit.ts'
import { circleChangeRole } from './circleChangeRole.ts'
import { circleSuspend } from './circleSuspend.ts'
import { circleReinstate } from './circleReinstate.ts'
import { circleRemove } from './circleRemove.ts'
import { circleHandOver } from './circleHandOver.ts'
import { circleConsequences } from './circleConsequences.ts'
import { circleTakeKeys } from './circleTakeKeys.ts'
import { keysList } from './keysList.ts'
import { keysRotate } from './keysRotate.ts'
import { circleList } from './circleList.ts'
import { dossierOpen } from './dossierOpen.ts'
import { dossierList } from './dossierList.ts'
import { dossierShow } from './dossierShow.ts'
import { dossierHashes } from './dossierHashes.ts'
import { dossierMarkStep } from './dossierMarkStep.ts'
import { dossierContribute } from './dossierContribute.ts'
import { dossierTakePosition } from './dossierTakePosition.ts'
import { entryAdd } from './entryAdd.ts'
import { entryRevise } from './entryRevise.ts'
import { entryWithdraw } from './entryWithdraw.ts'
import { indicatorsRead } from './indicatorsRead.ts'
import { indicatorsWrite } from './indicatorsWrite.ts'
import { dossierCaseFile } from './dossierCaseFile.ts'
import { exerciseLoad } from './exerciseLoad.ts'
import { dossierMissing } from './dossierMissing.ts'
import { catalogueShow } from './catalogueShow.ts'
import { catalogueIssue } from './catalogueIssue.ts'
import { notePrint } from './notePrint.ts'
import { noteCompare } from './noteCompare.ts'
import { attachmentAdd } from './attachmentAdd.ts'
import { attachmentList } from './attachmentList.ts'
import { attachmentExport } from './attachmentExport.ts'
import { attachmentPreview } from './attachmentPreview.ts'
import { attachmentDestroy } from './attachmentDestroy.ts'
import { textAdd } from './textAdd.ts'
import { textCreate } from './textCreate.ts'
import { textList } from './textList.ts'
import { textShow } from './textShow.ts'
import { textReadEdits } from './textReadEdits.ts'
import { textReadAuthors } from './textReadAuthors.ts'
import { textSuggest } from './textSuggest.ts'
import { textConsolidation } from './textConsolidation.ts'
import { textPreviewNext } from './textPreviewNext.ts'
import { textIssue } from './textIssue.ts'
import { formForget } from './formForget.ts'
import { formKeep } from './formKeep.ts'
import { formList } from './formList.ts'
import { textPrint } from './textPrint.ts'
import { textWrite } from './textWrite.ts'
import { textVerify } from './textVerify.ts'
import { textCarry } from './textCarry.ts'
import { textProvenance } from './textProvenance.ts'
import { textComment } from './textComment.ts'
import { textComments } from './textComments.ts'
import { draftKeep } from './draftKeep.ts'
import { draftShow } from './draftShow.ts'
import { draftForget } from './draftForget.ts'
import { silenceProfiles } from './silenceProfiles.ts'
import { silenceAddProfile } from './silenceAddProfile.ts'
import { silenceDraft } from './silenceDraft.ts'
import { silenceWithdrawAnswer } from './silenceWithdrawAnswer.ts'
import { silenceStateUse } from './silenceStateUse.ts'
import { silenceRecordServed } from './silenceRecordServed.ts'
import { silenceSuspend } from './silenceSuspend.ts'
import { silenceResume } from './silenceResume.ts'
import { silenceWithdraw } from './silenceWithdraw.ts'
import { silenceForward } from './silenceForward.ts'
import { silencePrint } from './silencePrint.ts'
import { silenceCalendar } from './silenceCalendar.ts'
import { certificateShow } from './certificateShow.ts'
import { reservationList } from './reservationList.ts'
import { reservationEnter } from './reservationEnter.ts'
import { reservationLift } from './reservationLift.ts'
import { holidayShow } from './holidayShow.ts'
import { holidayChange } from './holidayChange.ts'
import { reminderTimes } from './reminderTimes.ts'
import { silenceOpen } from './silenceOpen.ts'
import { silenceList } from './silenceList.ts'
import { silenceShow } from './silenceShow.ts'
import { silenceRespond } from './silenceRespond.ts'
import { silenceExtend } from './silenceExtend.ts'
import { silenceCloseIntake } from './silenceCloseIntake.ts'
import { silenceCertify } from './silenceCertify.ts'
import { certificateWrite } from './certificateWrite.ts'
import { bundlePlan } from './bundlePlan.ts'
import { bundleWrite } from './bundleWrite.ts'
import { releaseConsent } from './releaseConsent.ts'
import { bundlePreview } from './bundlePreview.ts'
import { evidenceList } from './evidenceList.ts'
import { evidenceWrite } from './evidenceWrite.ts'
import { exchangeMatrix } from './exchangeMatrix.ts'
import { bundlePreviewAll } from './bundlePreviewAll.ts'
import { bundleImport, bundleImportAll } from './bundleImport.ts'
import { bundleUndo } from './bundleUndo.ts'
import { bundleDiscard } from './bundleDiscard.ts'
import { bundleHistory } from './bundleHistory.ts'
import { searchFind } from './searchFind.ts'

export const vaultHandlers: { readonly [M in Exclude<Method, HolderMethod>]: VaultHandler<M> } = {
  'backup.show': backupShow,
  'vault.verify': vaultVerify,
  'vault.rebuild': vaultRebuild,
  'register.list': registerList,
  'register.verify': registerVerify,
  'register.export': registerExport,
  'desk.show': deskShow,
  'settings.show': settingsShow,
  'settings.change': settingsChange,
  'card.write': cardWrite,
  'card.read': cardRead,
  'card.trust': cardTrust,
  'card.list': cardList,
  'circle.found': circleFound,
  'circle.admit': circleAdmit,
  'circle.changeRole': circleChangeRole,
  'circle.suspend': circleSuspend,
  'circle.reinstate': circleReinstate,
  'circle.remove': circleRemove,
  'circle.handOver': circleHandOver,
  'circle.takeKeys': circleTakeKeys,
  'circle.consequences': circleConsequences,
  'circle.list': circleList,
  'keys.list': keysList,
  'card.show': cardShow,
  'optical.show': opticalShow,
  'optical.write': opticalWrite,
  'optical.read': opticalRead,
  'optical.take': opticalTake,
  'optical.forget': opticalForget,
  'keys.rotate': keysRotate,
  'dossier.open': dossierOpen,
  'dossier.list': dossierList,
  'dossier.show': dossierShow,
  'dossier.hashes': dossierHashes,
  'dossier.markStep': dossierMarkStep,
  'dossier.contribute': dossierContribute,
  'dossier.takePosition': dossierTakePosition,
  'entry.add': entryAdd,
  'entry.revise': entryRevise,
  'entry.withdraw': entryWithdraw,
  'indicators.read': indicatorsRead,
  'indicators.write': indicatorsWrite,
  'dossier.caseFile': dossierCaseFile,
  'exercise.load': exerciseLoad,
  'dossier.missing': dossierMissing,
  'catalogue.show': catalogueShow,
  'catalogue.issue': catalogueIssue,
  'note.print': notePrint,
  'note.compare': noteCompare,
  'attachment.add': attachmentAdd,
  'attachment.list': attachmentList,
  'attachment.export': attachmentExport,
  'attachment.preview': attachmentPreview,
  'attachment.destroy': attachmentDestroy,
  'text.add': textAdd,
  'text.create': textCreate,
  'text.list': textList,
  'text.show': textShow,
  'text.readEdits': textReadEdits,
  'text.readAuthors': textReadAuthors,
  'text.suggest': textSuggest,
  'text.consolidation': textConsolidation,
  'text.previewNext': textPreviewNext,
  'text.issue': textIssue,
  'text.write': textWrite,
  'text.print': textPrint,
  'form.keep': formKeep,
  'form.list': formList,
  'form.forget': formForget,
  'text.verify': textVerify,
  'text.carry': textCarry,
  'text.provenance': textProvenance,
  'text.comment': textComment,
  'text.comments': textComments,
  'draft.keep': draftKeep,
  'draft.show': draftShow,
  'draft.forget': draftForget,
  'silence.profiles': silenceProfiles,
  'silence.addProfile': silenceAddProfile,
  'silence.draft': silenceDraft,
  'silence.withdrawAnswer': silenceWithdrawAnswer,
  'silence.stateUse': silenceStateUse,
  'silence.recordServed': silenceRecordServed,
  'silence.suspend': silenceSuspend,
  'silence.resume': silenceResume,
  'silence.withdraw': silenceWithdraw,
  'silence.forward': silenceForward,
  'silence.print': silencePrint,
  'silence.calendar': silenceCalendar,
  'certificate.show': certificateShow,
  'reservation.list': reservationList,
  'reservation.enter': reservationEnter,
  'reservation.lift': reservationLift,
  'holiday.show': holidayShow,
  'holiday.change': holidayChange,
  'reminder.times': reminderTimes,
  'silence.open': silenceOpen,
  'silence.list': silenceList,
  'silence.show': silenceShow,
  'silence.respond': silenceRespond,
  'silence.extend': silenceExtend,
  'silence.closeIntake': silenceCloseIntake,
  'silence.certify': silenceCertify,
  'certificate.write': certificateWrite,
  'bundle.plan': bundlePlan,
  'bundle.write': bundleWrite,
  'release.consent': releaseConsent,
  'bundle.preview': bundlePreview,
  'exchange.matrix': exchangeMatrix,
  'evidence.list': evidenceList,
  'evidence.write': evidenceWrite,
  'bundle.previewAll': bundlePreviewAll,
  'bundle.import': bundleImport,
  'bundle.importAll': bundleImportAll,
  'bundle.undo': bundleUndo,
  'bundle.discard': bundleDiscard,
  'bundle.history': bundleHistory,
  'search.find': searchFind,
}
