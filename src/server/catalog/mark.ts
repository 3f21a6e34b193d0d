/** The registry's own sign, a plug in a rounded square; readable on light and on dark. */
export const MARK = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">
<rect width="32" height="32" rx="9" fill="#0c6b5c"/>
<g fill="none" stroke="#fff" stroke-width="2.4" stroke-linecap="round" stroke-linejoin="round">
<path d="M12.5 6.5v5M19.5 6.5v5M9.5 11.5h13v3.5a6.5 6.5 0 0 1-13 0zM16 21.5v4"/>
</g></svg>
`;
