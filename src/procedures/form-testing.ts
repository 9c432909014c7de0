import type { FieldSchema, FormDefinition } from './form-definition.ts'
import { fieldsOf, formDefinition } from './form-definition.ts'

/** A small form with every kind of question, and good answers to it; for tests. */
export const schema: FieldSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $defs: { people: { type: 'string', enum: ['Kinh', 'Tày'] } },
  type: 'object',
  additionalProperties: false,
  required: ['child', 'father', 'copies', 'declaration'],
  properties: {
    child: {
      type: 'object',
      additionalProperties: false,
      required: ['name', 'sex', 'born'],
      properties: {
        name: {
          type: 'string',
          title: 'Họ, chữ đệm, tên của trẻ',
          minLength: 1,
          maxLength: 40,
          'x-input': 'text',
          'x-prefill': '/name',
        },
        sex: {
          type: 'string',
          title: 'Giới tính của trẻ',
          'x-input': 'radio',
          oneOf: [
            { const: 'nam', title: 'Nam' },
            { const: 'nữ', title: 'Nữ' },
          ],
        },
        born: {
          type: 'string',
          title: 'Ngày sinh của trẻ',
          format: 'date',
          maxLength: 10,
          'x-input': 'date-parts',
          'x-latest': 'today',
        },
        people: { $ref: '#/$defs/people', title: 'Dân tộc của trẻ', 'x-input': 'select', default: 'Kinh' },
        note: { type: 'string', title: 'Ghi chú', maxLength: 100, 'x-input': 'textarea' },
      },
    },
    father: {
      type: 'object',
      additionalProperties: false,
      required: ['known'],
      properties: {
        known: {
          type: 'string',
          title: 'Thông tin về cha',
          'x-input': 'radio',
          oneOf: [
            { const: 'yes', title: 'Có' },
            { const: 'no', title: 'Không' },
          ],
        },
        name: {
          type: 'string',
          title: 'Họ, chữ đệm, tên của cha',
          maxLength: 40,
          'x-input': 'text',
          'x-when': { pointer: '/father/known', equals: 'yes' },
        },
        born: {
          type: 'string',
          title: 'Năm sinh của cha',
          format: 'partial-date',
          maxLength: 10,
          'x-input': 'date-parts',
        },
        number: {
          type: 'string',
          title: 'Số định danh cá nhân của cha',
          format: 'vn-identity',
          maxLength: 12,
          'x-input': 'identity',
        },
        phone: {
          type: 'string',
          title: 'Số điện thoại của cha',
          format: 'vn-phone',
          maxLength: 16,
          'x-input': 'phone',
        },
      },
      // oxlint-disable-next-line unicorn/no-thenable -- the word is JSON Schema's
      allOf: [{ if: { properties: { known: { const: 'yes' } }, required: ['known'] }, then: { required: ['name'] } }],
    },
    copies: { type: 'integer', title: 'Số bản sao', minimum: 0, maximum: 20, 'x-input': 'number' },
    declaration: { type: 'boolean', const: true, title: 'Tôi cam đoan', 'x-input': 'checkbox' },
  },
}
const pages = [{ id: 'all', title: 'Tất cả', fields: fieldsOf({ schema }).map((field) => field.pointer) }]
export const good = {
  child: { name: 'Nguyễn Minh An', sex: 'nữ', born: '2026-02-10' },
  father: { known: 'yes', name: 'Nguyễn Quốc Bình' },
  copies: 2,
  declaration: true,
}
export const form: FormDefinition = formDefinition.parse({ schema, layout: { pages }, example: good })
