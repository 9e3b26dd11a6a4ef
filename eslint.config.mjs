// Each rule that is not part of a preset names the accident that it prevents.
import tseslint from 'typescript-eslint';

export default tseslint.config(
  { ignores: ['node_modules/', 'dist/', 'out/', 'appPackage/build/', 'devTools/'] },
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      // A forgotten await in a turn answers Teams before the work is done, or ends the process.
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      // A new kind of outcome must be drawn by every view.
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      // Foreign shapes become ours in schema.ts; anywhere else a cast hides a lie.
      '@typescript-eslint/consistent-type-assertions': [
        'error',
        { assertionStyle: 'as', objectLiteralTypeAssertions: 'never' },
      ],
      '@typescript-eslint/consistent-type-imports': 'error',
      // A field is left out of a copy by naming it with a leading underscore.
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', destructuredArrayIgnorePattern: '^_' },
      ],
      // Numbers in sentences are fine.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // One way to export: by name.
      'no-restricted-exports': ['error', { restrictDefaultExports: { direct: true, named: true, defaultFrom: true } }],
      'no-restricted-syntax': [
        'error',
        { selector: 'TSEnumDeclaration', message: 'Use a union of string literals.' },
        {
          selector:
            "CallExpression[callee.property.name=/^(warn|error|fatal)$/][callee.object.name='log'] > TemplateLiteral",
          message: 'A log line at warn or above is constant text; put the data into fields.',
        },
      ],
      'no-console': 'error',
      'eqeqeq': 'error',
    },
  },
  {
    // What Node and Jest load as it stands has no types to check by.
    files: ['**/*.cjs', '**/*.mjs'],
    ...tseslint.configs.disableTypeChecked,
  },
  {
    files: ['**/*.cjs'],
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
  {
    // Tools that are told nothing else read their settings from a default export.
    files: ['*.config.mjs'],
    rules: { 'no-restricted-exports': 'off' },
  },
  {
    // What is run from a terminal speaks to it.
    files: ['test/**', 'bench/**', 'training/**', 'scripts/**', 'src/**/cli.ts'],
    rules: { 'no-console': 'off' },
  },
  {
    // Tests know what they have put there; trainers count through tables of numbers that they have made.
    files: ['test/**', 'bench/**', 'training/**'],
    rules: { '@typescript-eslint/no-non-null-assertion': 'off' },
  },
  {
    // Foreign wire shapes and cards are picked apart without schemas: a wrong guess fails the test that made it.
    files: ['test/**', 'bench/review/**'],
    rules: {
      '@typescript-eslint/no-explicit-any': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  {
    // Part of a document or of a port stands for the whole of it.
    files: ['test/**'],
    rules: { '@typescript-eslint/consistent-type-assertions': 'off' },
  },
);
