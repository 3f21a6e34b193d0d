declare module 'official-schema' {
  export const validate: (value: unknown) => boolean;
}
