-- kind: value
-- about: municipalities with and without a supported community, and residents of those without
-- column municipalities: integer | Pašvaldības | Municipalities | figure=municipalities
-- column with_community: integer | Ar atbalstītu kopienu | With a supported community | figure=with_community
-- column without_community: integer | Bez atbalstītas kopienas | Without a supported community | figure=without_community
-- column residents_share_without: share0 | To iedzīvotāju īpatsvars | Share of residents there | figure=residents_share_without
SELECT municipalities, with_community, without_community, residents_share_without, figure
FROM metrics_coverage_published
WHERE region = 'LV'
