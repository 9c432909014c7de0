import { PDFArray, PDFDict, PDFName, PDFRef, PDFStream, type PDFObject } from '@cantoo/pdf-lib'
import { catalogOf, fieldsOf, pagesOf } from './fields.ts'
import { dictionaryOf, elements, nameOf } from './pdf.ts'
import { bad, good, type Check } from './report.ts'
import type { Revision } from './revision.ts'

/** The few objects in which a later revision may differ, and what part they play. */
type Role = 'catalog' | 'form' | 'fields' | 'page' | 'annotations' | 'blank' | 'free'

const emptyDictionary = PDFDict.fromMapWithContext(new Map(), undefined as never)
const emptyArray = PDFArray.withContext(undefined as never)
const signatureKeys = new Set(
  [
    'Type',
    'Subtype',
    'FT',
    'T',
    'V',
    'F',
    'P',
    'Rect',
    'AP',
    'MK',
    'BS',
    'Ff',
    'DA',
    'TU',
    'Lock',
    'SV',
    'NM',
    'Border',
  ].map((key) => PDFName.of(key)),
)

/**
 * Compares, object by object, the document as it was signed with the document as it is. What may have come since: further signatures with
 * their visible part, validation data, the file's description, and words in blanks that stood empty when it was signed.
 */
export function laterChanges(before: Revision, after: Revision): Check<'laterChanges'> {
  if (before.bytes.length === after.bytes.length) return good
  if (before.root.objectNumber !== after.root.objectNumber) return bad('object-changed')
  const roles = rolesIn(before)
  const seen = new Set<number>()
  const waiting = [before.root.objectNumber]
  const fault: { why?: 'page-changed' | 'form-changed' | 'object-changed' } = {}

  const moved = (number: number): boolean => {
    const [then, now] = [before.places.get(number), after.places.get(number)]
    if (then?.kind === 'packed' && now?.kind === 'packed') {
      return then.container !== now.container || then.index !== now.index || moved(then.container)
    }
    return JSON.stringify(then) !== JSON.stringify(now)
  }

  function same(old: PDFObject | undefined, now: PDFObject | undefined, role?: Role): boolean {
    if (role === 'free') return true
    if (role && role !== 'blank') {
      if (role === 'fields' || role === 'annotations')
        return sameList(before.resolve(old) ?? emptyArray, after.resolve(now))
      return sameDictionary(before.resolve(old) ?? emptyDictionary, after.resolve(now), role)
    }
    if (old instanceof PDFRef && now instanceof PDFRef) {
      waiting.push(old.objectNumber)
      return old === now
    }
    if (old instanceof PDFArray && now instanceof PDFArray) {
      return old.size() === now.size() && old.asArray().every((value, index) => same(value, now.get(index)))
    }
    if (old instanceof PDFStream && now instanceof PDFStream) {
      return sameDictionary(old.dict, now.dict) && Buffer.compare(old.getContents(), now.getContents()) === 0
    }
    if (old instanceof PDFDict && now instanceof PDFDict) return sameDictionary(old, now, role)
    return old?.constructor === now?.constructor && String(old) === String(now)
  }

  function sameDictionary(old: PDFObject, now: PDFObject | undefined, role?: Role): boolean {
    if (!(old instanceof PDFDict) || !(now instanceof PDFDict)) return false
    const keys = new Set([...old.keys(), ...now.keys()])
    return [...keys].every((key) => same(old.get(key), now.get(key), childRole(role, key.decodeText(), old.has(key))))
  }

  /** What stood there still stands there in the same order; what came after it are signatures. */
  function sameList(old: PDFObject, now: PDFObject | undefined): boolean {
    if (!(old instanceof PDFArray) || !(now instanceof PDFArray) || now.size() < old.size()) return false
    return (
      old.asArray().every((value, index) => same(value, now.get(index))) &&
      now
        .asArray()
        .slice(old.size())
        .every((value) => isSignatureField(after, value))
    )
  }

  while (waiting.length > 0 && !fault.why) {
    const number = waiting.pop()!
    if (seen.has(number)) continue
    seen.add(number)
    const old = before.object(number)
    const role = roles.get(number)
    if (!moved(number)) waiting.push(...references(old))
    else if (!same(old, after.object(number), role)) fault.why = whatChanged(role)
  }
  return fault.why ? bad(fault.why) : good
}

function rolesIn(revision: Revision): Map<number, Role> {
  const roles = new Map<number, Role>()
  const assign = (value: PDFObject | undefined, role: Role) => {
    if (value instanceof PDFRef) roles.set(value.objectNumber, role)
  }
  const catalog = catalogOf(revision)
  assign(revision.root, 'catalog')
  assign(catalog.get(PDFName.of('Metadata')), 'free')
  assign(catalog.get(PDFName.of('DSS')), 'free')
  assign(catalog.get(PDFName.of('AcroForm')), 'form')
  assign(dictionaryOf(revision.get(catalog, 'AcroForm'))?.get(PDFName.of('Fields')), 'fields')
  for (const { ref, type, value } of fieldsOf(revision))
    if (!value && (type === 'Sig' || type === 'Tx')) assign(ref, 'blank')
  for (const { ref, dictionary } of pagesOf(revision)) {
    assign(ref, 'page')
    assign(dictionary.get(PDFName.of('Annots')), 'annotations')
  }
  return roles
}

/** What a key of an object with a role may do; no role means that it must be as it was. */
function childRole(role: Role | undefined, key: string, stood: boolean): Role | undefined {
  if (role === 'catalog' && key === 'AcroForm') return 'form'
  if (role === 'catalog' && ['Metadata', 'DSS', 'Extensions'].includes(key)) return 'free'
  if (role === 'form' && key === 'Fields') return 'fields'
  if (role === 'form' && (key === 'SigFlags' || (!stood && ['DR', 'DA'].includes(key)))) return 'free'
  if (role === 'page' && key === 'Annots') return 'annotations'
  if (role === 'blank' && ['V', 'AP'].includes(key)) return 'free'
  return undefined
}

/** A new entry counts only when it is a signature with its value and carries no action. */
function isSignatureField(revision: Revision, value: PDFObject): boolean {
  const field = dictionaryOf(revision.resolve(value))
  if (!field || nameOf(revision.get(field, 'FT')) !== 'Sig' || !field.keys().every((key) => signatureKeys.has(key)))
    return false
  const signature = dictionaryOf(revision.get(field, 'V'))
  return signature !== undefined && elements(revision.get(signature, 'ByteRange')).length === 4
}

function references(value: PDFObject | undefined): number[] {
  if (value instanceof PDFRef) return [value.objectNumber]
  if (value instanceof PDFArray) return value.asArray().flatMap(references)
  return dictionaryOf(value)?.values().flatMap(references) ?? []
}

function whatChanged(role: Role | undefined) {
  if (role === 'page' || role === 'annotations') return 'page-changed'
  return role === 'form' || role === 'fields' || role === 'blank' ? 'form-changed' : 'object-changed'
}
