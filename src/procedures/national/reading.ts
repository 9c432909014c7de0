import { readAgencies, readReception } from './agencies.ts'
import type { NationalEntry } from './entry.ts'
import { type LegalBasis, readLegalBasis } from './legal-basis.ts'
import { type NationalPaper, readPapers } from './papers.ts'
import { type NationalResult, readResults } from './results.ts'
import { type NationalLevel, readLevels, readSubjects } from './subjects.ts'
import { type Count, type FeeCount, hasPageResidue, isAbsent, plain, type Unread } from './text.ts'
import { readWays, type Way } from './ways.ts'

/** Raised when the reading changes, so that entries already kept are read again by the next import. */
export const readingNumber = 2

/** What was surely read of a national entry; the entry itself is kept beside it, letter for letter. */
export type Reading = {
  readonly name: string
  readonly decision: string
  readonly field: string
  readonly kind: string | null
  readonly levels: readonly NationalLevel[]
  readonly subjects: readonly string[]
  readonly audience: readonly ('person' | 'organisation')[]
  readonly ways: readonly Way[]
  readonly papers: readonly NationalPaper[]
  readonly results: readonly NationalResult[]
  readonly keywords: string | null
  readonly legalBasis: LegalBasis['legalBasis']
  readonly agencies: Record<'settle' | 'competent' | 'authorised' | 'coordinate', readonly string[]>
  readonly reception: string | null
  readonly steps: string | null
  readonly conditions: string | null
  readonly counts: { readonly timeLimits: Count; readonly fees: FeeCount; readonly papers: Count }
  readonly unread: readonly Unread[]
}

/** Reads one entry; never refuses: what a part does not give surely stands in `unread`. */
export function readEntry(entry: NationalEntry): Reading {
  const levels = readLevels(entry.cap_thuc_hien)
  const subjects = readSubjects(entry.doi_tuong_thuc_hien)
  const ways = readWays(entry.cach_thuc_thuc_hien)
  const papers = readPapers(entry.thanh_phan_ho_so)
  const results = readResults(entry.ket_qua_xu_ly)
  const basis = readLegalBasis(entry.can_cu_phap_ly)
  const settle = readAgencies(entry.co_quan_thuc_hien)
  const competent = readAgencies(entry.co_quan_co_tham_quyen)
  const authorised = readAgencies(entry.co_quan_duoc_uy_quyen)
  const coordinate = readAgencies(entry.co_quan_phoi_hop)
  const place = readReception(entry.dia_chi_tiep_nhan)
  return {
    name: oneLine(entry.ten_thu_tuc),
    decision: oneLine(entry.so_quyet_dinh),
    field: oneLine(entry.linh_vuc),
    kind: shown(entry.loai_thu_tuc),
    levels: levels.levels,
    subjects: subjects.subjects,
    audience: subjects.audience,
    ways: ways.ways,
    papers: papers.papers,
    results: results.results,
    keywords: results.keywords,
    legalBasis: basis.legalBasis,
    agencies: {
      settle: settle.agencies,
      competent: competent.agencies,
      authorised: authorised.agencies,
      coordinate: coordinate.agencies,
    },
    reception: place.reception,
    steps: shown(entry.trinh_tu_thuc_hien),
    conditions: conditionsOf(entry.yeu_cau_dieu_kien),
    counts: { timeLimits: ways.timeLimits, fees: ways.fees, papers: papers.count },
    unread: [levels, subjects, ways, papers, results, basis, settle, competent, authorised, coordinate, place].flatMap(
      (part) => part.unread,
    ),
  }
}

function oneLine(text: string): string {
  return plain(text).replaceAll(/\s+/g, ' ')
}

function shown(text: string): string | null {
  const clear = plain(text)
  return isAbsent(clear) ? null : clear
}

/** *Không*, or the page around the entry taken for its conditions, is no condition. */
function conditionsOf(text: string): string | null {
  const clear = plain(text)
  if (isAbsent(clear) || hasPageResidue(clear) || /^không(?: có)?\.?$/i.test(clear)) return null
  return clear
}
