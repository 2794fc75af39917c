import js from '@eslint/js';
import globals from 'globals';

import { OWN } from './src/main/resources/portal/assets/table/address.js';

const LONGEST_LINE = 120;

export default [
  { ignores: ['target/'] },
  js.configs.recommended,
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      curly: 'error',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'max-len': ['error', { code: LONGEST_LINE }],
      'no-restricted-syntax': [
        'error',
        {
          selector:
            'ObjectExpression:has(> Property[key.name="title"]) > ' +
            `Property[key.name="id"][value.value=/^(${OWN.join('|')})$/]`,
          message: 'Tables keep these names for themselves in addresses (table/address.js).',
        },
      ],
      'no-unused-vars': ['error', { args: 'all', argsIgnorePattern: '^_' }],
      'no-use-before-define': ['error', { functions: false, classes: false, variables: false }],
      'no-var': 'error',
      'object-shorthand': 'error',
      'prefer-const': 'error',
    },
  },
  { files: ['src/main/resources/portal/assets/**'], languageOptions: { globals: globals.browser } },
  { files: ['src/build/js/**', 'src/test/js/**'], languageOptions: { globals: globals.nodeBuiltin } },
];
