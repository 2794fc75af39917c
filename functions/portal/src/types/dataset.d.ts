// A dataset's schema (Frictionless Table Schema) as the forms read it.

interface DatasetField {
  name: string;
  title: string;
  'x-en': string;
  type: 'string' | 'number' | 'integer' | 'boolean' | 'date';
  description?: string;
  example?: string | number | boolean;
  constraints?: { required?: boolean; enum?: string[]; minimum?: number };
  'x-type'?: string;
  'x-unit'?: string;
  'x-code'?: boolean;
}

/** What must hold between figures of a row. */
interface DatasetCheck {
  check: string;
  field: string;
  limit?: string;
  most?: number;
  margin?: number;
}

interface DatasetSchema {
  title: string;
  'x-en': string;
  fields: DatasetField[];
  'x-shape': 'per-enterprise' | 'line-items';
  'x-naturalKey'?: string[];
  'x-checks'?: DatasetCheck[];
}
