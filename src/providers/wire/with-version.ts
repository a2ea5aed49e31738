/** The address with the API's version as its last part: `https://host` becomes `https://host/v1`. */
export function withVersion(baseUrl: string, version: string): string {
  return /\/v\d+\w*$/.test(baseUrl) ? baseUrl : `${baseUrl}/${version}`;
}
