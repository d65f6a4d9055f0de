/**
 * The names of yardsticks, scales and kinds of procedures. What the source documents say stays theirs; this is how a reader of French is
 * told which of them is meant.
 */
import { SCALES } from '../../../shared/toolbox/confidence.ts'
import {
  CONSIDERATIONS, DIMENSIONS, FACTORS, PRINCIPLES, type ConsiderationId, type DimensionId, type FactorId, type PrincipleId,
} from '../../../shared/toolbox/yardsticks.ts'
import { PROFILES } from '../../../shared/silence/profiles.ts'
import { PROFILE_IDS, type ProfileId } from '../../../shared/silence/procedure.ts'

const principles: Readonly<Record<PrincipleId, string>> = {
  integrity: 'Protège l’intégrité et la sécurité de l’UE, de ses États membres et de leurs citoyens', externalRelations: 'Tient compte du contexte plus large des relations extérieures avec l’État concerné',
  cfspObjectives: 'Sert les objectifs de la PESC et respecte ses procédures', sharedAwareness: 'Repose sur une connaissance commune de la situation et répond à la situation concrète',
  proportionality: 'Est proportionné à l’activité dans les sept dimensions', law: 'Respecte le droit international, les droits de l’homme et les libertés fondamentales',
}

const dimensions: Readonly<Record<DimensionId, string>> = { scope: 'Portée', scale: 'Ampleur', duration: 'Durée', intensity: 'Intensité', complexity: 'Complexité', sophistication: 'Sophistication', impact: 'Incidence' }

const factors: Readonly<Record<FactorId, string>> = {
  disruption: 'Portée, ampleur, incidence ou gravité de la perturbation', persons: 'Nombre de personnes, d’entités ou d’organismes touchés', memberStates: 'Nombre d’États membres concernés', economicLoss: 'Perte économique',
  benefit: 'Avantage économique pour l’auteur ou pour autrui', data: 'Quantité ou nature des données volées, ou ampleur de la violation', commercialData: 'Nature des données commercialement sensibles consultées',
}

const considerations: Readonly<Record<ConsiderationId, string>> = {
  desiredEffect: 'L’effet recherché', protection: 'Ce que cela apporte à la protection de l’UE, des États membres, des citoyens et des entreprises', unity: 'L’unité au sein de l’UE, ou la solidarité avec un tiers',
  responsibleBehaviour: 'Ce que cela apporte au comportement responsable des États, au droit international et aux normes volontaires', influence: 'La capacité d’influer sur les acteurs malveillants',
  ongoingWork: 'Ce que cela signifie pour les services répressifs et de renseignement à l’œuvre', escalation: 'Une contre-réaction, et le risque d’escalade', relations: 'Les relations extérieures existantes : internationales, régionales, bilatérales',
  credibility: 'La réputation et la crédibilité de l’UE', coherence: 'La prévisibilité, et la cohérence avec d’autres cas',
}

const scaleNames: Readonly<Record<string, string>> = { confidence: 'Confiance, en trois degrés', likelihood: 'Probabilité, en cinq degrés' }

const scaleWords: Readonly<Record<string, string>> = {
  low: 'Confiance faible', moderate: 'Confiance modérée', high: 'Confiance élevée', remote: 'Très improbable', unlikely: 'Improbable', evenChance: 'Une chance sur deux', likely: 'Probable', almostCertain: 'Quasi certain',
}

const scaleMeanings: Readonly<Record<string, string>> = {
  low: 'Sources rares ou douteuses ; d’autres explications tiennent', moderate: 'Sources crédibles qui concordent en partie ; d’autres explications sont moins probables', high: 'Plusieurs sources indépendantes de qualité qui concordent',
  remote: 'Environ 5 sur 100 ou moins', unlikely: 'Environ 10 à 35 sur 100', evenChance: 'Environ 40 à 60 sur 100', likely: 'Environ 65 à 90 sur 100', almostCertain: 'Environ 95 sur 100 ou plus',
}

const profileNames: Readonly<Record<ProfileId, string>> = { 'working-party': 'Groupe de travail', 'council-12-2-d': 'Procédure écrite simplifiée du Conseil', osce: 'OSCE', nato: 'OTAN', 'unga-74-544': 'Décision 74/544 de l’Assemblée générale des Nations unies' }

const profileSetters: Readonly<Record<ProfileId, string>> = { 'working-party': 'la présidence du groupe', 'council-12-2-d': 'la présidence', osce: 'la présidence en exercice', nato: 'le secrétaire général ou le président', 'unga-74-544': 'le président' }

const SOURCE = 'Pratique analytique courante ; ne vient pas d’un document du Conseil. Convenir d’une seule échelle avant de comparer.'

const FRENCH: ReadonlyMap<string, string> = new Map([
  ...PRINCIPLES.map(({ id, name }) => [name, principles[id]] as const), ...DIMENSIONS.map(({ id, name }) => [name, dimensions[id]] as const),
  ...FACTORS.map(({ id, name }) => [name, factors[id]] as const), ...CONSIDERATIONS.map(({ id, name }) => [name, considerations[id]] as const),
  ...SCALES.flatMap(({ id, name, source, words }) => [
    [name, scaleNames[id] ?? name] as const, [source, SOURCE] as const,
    ...words.flatMap((word) => [[word.name, scaleWords[word.id] ?? word.name] as const, [word.meaning, scaleMeanings[word.id] ?? word.meaning] as const]),
  ]),
  ...PROFILE_IDS.flatMap((id) => [[PROFILES[id].name, profileNames[id]] as const, [PROFILES[id].setter, profileSetters[id]] as const]),
])

/** What a circle or a person named themselves keeps its own name. */
export function quoted(name: string): string {
  return FRENCH.get(name) ?? name
}
