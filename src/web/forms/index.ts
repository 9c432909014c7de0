export { askedOn, FormFields, type FormFieldsProps } from './fields.tsx'
export { readAnswers, type ReadAnswers } from './read-fields.ts'
