-- kind: value
-- about: values of the whole country at the end of the report's period, one row for prose
-- column supported: integer | Atbalstītās kopienas | Supported communities | figure=supported_figure:cumulative
-- column supported_now: integer | Atbalsta laikā esošās kopienas | Communities under support | figure=supported_now_figure:in_period
-- column mapped: integer | Kartētās kopienas | Mapped communities | figure=mapped_figure:cumulative
-- column municipalities: integer | Sasniegtās pašvaldības | Municipalities reached | figure=municipalities_figure:cumulative
-- column municipalities_five: integer | Pašvaldības ar piecām kopienām | Municipalities with five communities | figure=municipalities_five_figure:cumulative
-- column networks: integer | Atbalsta tīkli | Support networks | figure=networks_figure:cumulative
-- column consultations: integer | Konsultācijas | Consultations | figure=consultations_figure:cumulative
-- column submitted: integer | Iesniegtās iniciatīvas | Initiatives submitted | figure=submitted_figure:cumulative
-- column approved: integer | Apstiprinātās iniciatīvas | Initiatives approved | figure=approved_figure:cumulative
-- column completed: integer | Īstenotās iniciatīvas | Initiatives completed | figure=completed_figure:cumulative
-- column approval_rate: share | Apstiprināto īpatsvars | Approval rate | figure=approval_rate_figure:cumulative
-- column granted: eur | Piešķirtais finansējums | Grants committed | figure=granted_figure:cumulative
-- column spent: eur | Izlietotais finansējums | Grants spent | figure=spent_figure:cumulative
-- column own_share: share | Pašu ieguldījuma īpatsvars | Own contribution | figure=own_share_figure:cumulative
-- column initiative_participants: integer | Apmeklējumi iniciatīvās | Visits to initiatives | figure=initiative_participants_figure:cumulative
-- column volunteer_hours: integer | Brīvprātīgā darba stundas | Volunteer hours | figure=volunteer_hours_figure:cumulative
-- column eur_per_participant: eur2 | Izmaksas uz vienu apmeklējumu | Cost per visit | figure=eur_per_participant_figure:cumulative
-- column eur_per_community: eur | Izmaksas uz vienu kopienu | Cost per supported community | figure=eur_per_community_figure:cumulative
-- column natural_share: share | Fizisko personu un neformālo grupu īpatsvars | Natural persons and informal groups | figure=natural_share_figure:cumulative
-- column rural_share: share | Lauku un pierobežas kopienu īpatsvars | Rural and border communities | figure=rural_share_figure:cumulative
-- column minority_share: share | Mazākumtautību kopienu īpatsvars | Minority communities | figure=minority_share_figure:cumulative
-- column events: integer | Pasākumi | Events | figure=events_figure:cumulative
-- column visits: integer | Apmeklējumi | Visits | figure=visits_figure:cumulative
-- column visitors: integer | Unikālie apmeklētāji | Unique visitors | figure=visitors_figure:cumulative
-- column trained: integer | Mācību dalībnieki | People trained | figure=trained_figure:cumulative
-- column esf: integer | ESF+ dalībnieki | ESF+ participants | figure=esf_figure:cumulative
-- column incomplete: integer | Nepilnīgie ieraksti | Incomplete records | figure=incomplete_figure:cumulative
-- column safe: integer | Kopienas ar pašvērtējumu | Communities with a self-assessment | figure=safe_figure:cumulative
-- column safe_gain: share | Pašvērtējuma izmaiņas | Change of the self-assessment | figure=safe_gain_figure:cumulative
-- column active_after: share | Darbojas gadu pēc atbalsta | Active a year after support | figure=active_after_figure:cumulative
-- column active_after_known: integer | Kopienas, par kurām tas zināms | Communities for which it is known | figure=active_after_known_figure:denominator
-- column publicity: integer | Publikācijas | Publicity items | figure=publicity_figure:cumulative
-- column expense: eur | Attiecināmās izmaksas | Eligible expenditure | figure=expense_figure:cumulative
-- column response_rate: share | Atbildētības līmenis | Response rate | figure=response_rate_figure:cumulative
SELECT
    MAX(CASE kpi WHEN 'communities_supported' THEN cumulative END) AS supported,
    MAX(CASE WHEN kpi = 'communities_supported' AND hidden_cumulative = 1 THEN 'hidden'
             WHEN kpi = 'communities_supported' AND state = 'not_reported' THEN 'not_delivered' END) AS supported_state,
    MAX(CASE kpi WHEN 'communities_supported' THEN figure END) AS supported_figure,
    MAX(CASE kpi WHEN 'communities_supported' THEN in_period END) AS supported_now,
    MAX(CASE WHEN kpi = 'communities_supported' AND hidden_in = 1 THEN 'hidden'
             WHEN kpi = 'communities_supported' AND state = 'not_reported' THEN 'not_delivered' END) AS supported_now_state,
    MAX(CASE kpi WHEN 'communities_supported' THEN figure END) AS supported_now_figure,
    MAX(CASE kpi WHEN 'communities_mapped' THEN cumulative END) AS mapped,
    MAX(CASE WHEN kpi = 'communities_mapped' AND hidden_cumulative = 1 THEN 'hidden'
             WHEN kpi = 'communities_mapped' AND state = 'not_reported' THEN 'not_delivered' END) AS mapped_state,
    MAX(CASE kpi WHEN 'communities_mapped' THEN figure END) AS mapped_figure,
    MAX(CASE kpi WHEN 'municipalities_reached' THEN cumulative END) AS municipalities,
    MAX(CASE WHEN kpi = 'municipalities_reached' AND hidden_cumulative = 1 THEN 'hidden'
             WHEN kpi = 'municipalities_reached' AND state = 'not_reported' THEN 'not_delivered' END) AS municipalities_state,
    MAX(CASE kpi WHEN 'municipalities_reached' THEN figure END) AS municipalities_figure,
    MAX(CASE kpi WHEN 'municipalities_with_five' THEN cumulative END) AS municipalities_five,
    MAX(CASE WHEN kpi = 'municipalities_with_five' AND hidden_cumulative = 1 THEN 'hidden'
             WHEN kpi = 'municipalities_with_five' AND state = 'not_reported' THEN 'not_delivered' END) AS municipalities_five_state,
    MAX(CASE kpi WHEN 'municipalities_with_five' THEN figure END) AS municipalities_five_figure,
    MAX(CASE kpi WHEN 'networks_active' THEN cumulative END) AS networks,
    MAX(CASE WHEN kpi = 'networks_active' AND hidden_cumulative = 1 THEN 'hidden'
             WHEN kpi = 'networks_active' AND state = 'not_reported' THEN 'not_delivered' END) AS networks_state,
    MAX(CASE kpi WHEN 'networks_active' THEN figure END) AS networks_figure,
    MAX(CASE kpi WHEN 'consultations' THEN cumulative END) AS consultations,
    MAX(CASE WHEN kpi = 'consultations' AND hidden_cumulative = 1 THEN 'hidden'
             WHEN kpi = 'consultations' AND state = 'not_reported' THEN 'not_delivered' END) AS consultations_state,
    MAX(CASE kpi WHEN 'consultations' THEN figure END) AS consultations_figure,
    MAX(CASE kpi WHEN 'initiatives_submitted' THEN cumulative END) AS submitted,
    MAX(CASE WHEN kpi = 'initiatives_submitted' AND hidden_cumulative = 1 THEN 'hidden'
             WHEN kpi = 'initiatives_submitted' AND state = 'not_reported' THEN 'not_delivered' END) AS submitted_state,
    MAX(CASE kpi WHEN 'initiatives_submitted' THEN figure END) AS submitted_figure,
    MAX(CASE kpi WHEN 'initiatives_approved' THEN cumulative END) AS approved,
    MAX(CASE WHEN kpi = 'initiatives_approved' AND hidden_cumulative = 1 THEN 'hidden'
             WHEN kpi = 'initiatives_approved' AND state = 'not_reported' THEN 'not_delivered' END) AS approved_state,
    MAX(CASE kpi WHEN 'initiatives_approved' THEN figure END) AS approved_figure,
    MAX(CASE kpi WHEN 'initiatives_completed' THEN cumulative END) AS completed,
    MAX(CASE WHEN kpi = 'initiatives_completed' AND hidden_cumulative = 1 THEN 'hidden'
             WHEN kpi = 'initiatives_completed' AND state = 'not_reported' THEN 'not_delivered' END) AS completed_state,
    MAX(CASE kpi WHEN 'initiatives_completed' THEN figure END) AS completed_figure,
    MAX(CASE kpi WHEN 'initiative_approval_rate' THEN cumulative END) AS approval_rate,
    MAX(CASE WHEN kpi = 'initiative_approval_rate' AND hidden_cumulative = 1 THEN 'hidden'
             WHEN kpi = 'initiative_approval_rate' AND state = 'not_reported' THEN 'not_delivered' END) AS approval_rate_state,
    MAX(CASE kpi WHEN 'initiative_approval_rate' THEN figure END) AS approval_rate_figure,
    MAX(CASE kpi WHEN 'initiative_granted_eur' THEN cumulative END) AS granted,
    MAX(CASE WHEN kpi = 'initiative_granted_eur' AND hidden_cumulative = 1 THEN 'hidden'
             WHEN kpi = 'initiative_granted_eur' AND state = 'not_reported' THEN 'not_delivered' END) AS granted_state,
    MAX(CASE kpi WHEN 'initiative_granted_eur' THEN figure END) AS granted_figure,
    MAX(CASE kpi WHEN 'initiative_spent_eur' THEN cumulative END) AS spent,
    MAX(CASE WHEN kpi = 'initiative_spent_eur' AND hidden_cumulative = 1 THEN 'hidden'
             WHEN kpi = 'initiative_spent_eur' AND state = 'not_reported' THEN 'not_delivered' END) AS spent_state,
    MAX(CASE kpi WHEN 'initiative_spent_eur' THEN figure END) AS spent_figure,
    MAX(CASE kpi WHEN 'own_contribution_share' THEN cumulative END) AS own_share,
    MAX(CASE WHEN kpi = 'own_contribution_share' AND hidden_cumulative = 1 THEN 'hidden'
             WHEN kpi = 'own_contribution_share' AND state = 'not_reported' THEN 'not_delivered' END) AS own_share_state,
    MAX(CASE kpi WHEN 'own_contribution_share' THEN figure END) AS own_share_figure,
    MAX(CASE kpi WHEN 'initiative_participants' THEN cumulative END) AS initiative_participants,
    MAX(CASE WHEN kpi = 'initiative_participants' AND hidden_cumulative = 1 THEN 'hidden'
             WHEN kpi = 'initiative_participants' AND state = 'not_reported' THEN 'not_delivered' END) AS initiative_participants_state,
    MAX(CASE kpi WHEN 'initiative_participants' THEN figure END) AS initiative_participants_figure,
    MAX(CASE kpi WHEN 'initiative_volunteer_hours' THEN cumulative END) AS volunteer_hours,
    MAX(CASE WHEN kpi = 'initiative_volunteer_hours' AND hidden_cumulative = 1 THEN 'hidden'
             WHEN kpi = 'initiative_volunteer_hours' AND state = 'not_reported' THEN 'not_delivered' END) AS volunteer_hours_state,
    MAX(CASE kpi WHEN 'initiative_volunteer_hours' THEN figure END) AS volunteer_hours_figure,
    MAX(CASE kpi WHEN 'eur_per_participant' THEN cumulative END) AS eur_per_participant,
    MAX(CASE WHEN kpi = 'eur_per_participant' AND hidden_cumulative = 1 THEN 'hidden'
             WHEN kpi = 'eur_per_participant' AND state = 'not_reported' THEN 'not_delivered' END) AS eur_per_participant_state,
    MAX(CASE kpi WHEN 'eur_per_participant' THEN figure END) AS eur_per_participant_figure,
    MAX(CASE kpi WHEN 'eur_per_supported_community' THEN cumulative END) AS eur_per_community,
    MAX(CASE WHEN kpi = 'eur_per_supported_community' AND hidden_cumulative = 1 THEN 'hidden'
             WHEN kpi = 'eur_per_supported_community' AND state = 'not_reported' THEN 'not_delivered' END) AS eur_per_community_state,
    MAX(CASE kpi WHEN 'eur_per_supported_community' THEN figure END) AS eur_per_community_figure,
    MAX(CASE kpi WHEN 'natural_person_share' THEN cumulative END) AS natural_share,
    MAX(CASE WHEN kpi = 'natural_person_share' AND hidden_cumulative = 1 THEN 'hidden'
             WHEN kpi = 'natural_person_share' AND state = 'not_reported' THEN 'not_delivered' END) AS natural_share_state,
    MAX(CASE kpi WHEN 'natural_person_share' THEN figure END) AS natural_share_figure,
    MAX(CASE kpi WHEN 'rural_border_share' THEN cumulative END) AS rural_share,
    MAX(CASE WHEN kpi = 'rural_border_share' AND hidden_cumulative = 1 THEN 'hidden'
             WHEN kpi = 'rural_border_share' AND state = 'not_reported' THEN 'not_delivered' END) AS rural_share_state,
    MAX(CASE kpi WHEN 'rural_border_share' THEN figure END) AS rural_share_figure,
    MAX(CASE kpi WHEN 'minority_share' THEN cumulative END) AS minority_share,
    MAX(CASE WHEN kpi = 'minority_share' AND hidden_cumulative = 1 THEN 'hidden'
             WHEN kpi = 'minority_share' AND state = 'not_reported' THEN 'not_delivered' END) AS minority_share_state,
    MAX(CASE kpi WHEN 'minority_share' THEN figure END) AS minority_share_figure,
    MAX(CASE kpi WHEN 'events_held' THEN cumulative END) AS events,
    MAX(CASE WHEN kpi = 'events_held' AND hidden_cumulative = 1 THEN 'hidden'
             WHEN kpi = 'events_held' AND state = 'not_reported' THEN 'not_delivered' END) AS events_state,
    MAX(CASE kpi WHEN 'events_held' THEN figure END) AS events_figure,
    MAX(CASE kpi WHEN 'visits' THEN cumulative END) AS visits,
    MAX(CASE WHEN kpi = 'visits' AND hidden_cumulative = 1 THEN 'hidden'
             WHEN kpi = 'visits' AND state = 'not_reported' THEN 'not_delivered' END) AS visits_state,
    MAX(CASE kpi WHEN 'visits' THEN figure END) AS visits_figure,
    MAX(CASE kpi WHEN 'unique_visitors' THEN cumulative END) AS visitors,
    MAX(CASE WHEN kpi = 'unique_visitors' AND hidden_cumulative = 1 THEN 'hidden'
             WHEN kpi = 'unique_visitors' AND state = 'not_reported' THEN 'not_delivered' END) AS visitors_state,
    MAX(CASE kpi WHEN 'unique_visitors' THEN figure END) AS visitors_figure,
    MAX(CASE kpi WHEN 'people_trained' THEN cumulative END) AS trained,
    MAX(CASE WHEN kpi = 'people_trained' AND hidden_cumulative = 1 THEN 'hidden'
             WHEN kpi = 'people_trained' AND state = 'not_reported' THEN 'not_delivered' END) AS trained_state,
    MAX(CASE kpi WHEN 'people_trained' THEN figure END) AS trained_figure,
    MAX(CASE kpi WHEN 'esf_participants' THEN cumulative END) AS esf,
    MAX(CASE WHEN kpi = 'esf_participants' AND hidden_cumulative = 1 THEN 'hidden'
             WHEN kpi = 'esf_participants' AND state = 'not_reported' THEN 'not_delivered' END) AS esf_state,
    MAX(CASE kpi WHEN 'esf_participants' THEN figure END) AS esf_figure,
    MAX(CASE kpi WHEN 'incomplete_participants' THEN cumulative END) AS incomplete,
    MAX(CASE WHEN kpi = 'incomplete_participants' AND hidden_cumulative = 1 THEN 'hidden'
             WHEN kpi = 'incomplete_participants' AND state = 'not_reported' THEN 'not_delivered' END) AS incomplete_state,
    MAX(CASE kpi WHEN 'incomplete_participants' THEN figure END) AS incomplete_figure,
    MAX(CASE kpi WHEN 'safe_communities' THEN cumulative END) AS safe,
    MAX(CASE WHEN kpi = 'safe_communities' AND hidden_cumulative = 1 THEN 'hidden'
             WHEN kpi = 'safe_communities' AND state = 'not_reported' THEN 'not_delivered' END) AS safe_state,
    MAX(CASE kpi WHEN 'safe_communities' THEN figure END) AS safe_figure,
    MAX(CASE kpi WHEN 'safe_community_gain' THEN cumulative END) AS safe_gain,
    MAX(CASE WHEN kpi = 'safe_community_gain' AND hidden_cumulative = 1 THEN 'hidden'
             WHEN kpi = 'safe_community_gain' AND state = 'not_reported' THEN 'not_delivered' END) AS safe_gain_state,
    MAX(CASE kpi WHEN 'safe_community_gain' THEN figure END) AS safe_gain_figure,
    MAX(CASE kpi WHEN 'communities_active_after' THEN cumulative END) AS active_after,
    MAX(CASE WHEN kpi = 'communities_active_after' AND hidden_cumulative = 1 THEN 'hidden'
             WHEN kpi = 'communities_active_after' AND state = 'not_reported' THEN 'not_delivered' END) AS active_after_state,
    MAX(CASE kpi WHEN 'communities_active_after' THEN figure END) AS active_after_figure,
    MAX(CASE kpi WHEN 'communities_active_after' THEN denominator END) AS active_after_known,
    MAX(CASE kpi WHEN 'communities_active_after' THEN figure END) AS active_after_known_figure,
    MAX(CASE kpi WHEN 'publicity_items' THEN cumulative END) AS publicity,
    MAX(CASE WHEN kpi = 'publicity_items' AND hidden_cumulative = 1 THEN 'hidden'
             WHEN kpi = 'publicity_items' AND state = 'not_reported' THEN 'not_delivered' END) AS publicity_state,
    MAX(CASE kpi WHEN 'publicity_items' THEN figure END) AS publicity_figure,
    MAX(CASE kpi WHEN 'expense_eligible_eur' THEN cumulative END) AS expense,
    MAX(CASE WHEN kpi = 'expense_eligible_eur' AND hidden_cumulative = 1 THEN 'hidden'
             WHEN kpi = 'expense_eligible_eur' AND state = 'not_reported' THEN 'not_delivered' END) AS expense_state,
    MAX(CASE kpi WHEN 'expense_eligible_eur' THEN figure END) AS expense_figure,
    MAX(CASE kpi WHEN 'response_rate' THEN cumulative END) AS response_rate,
    MAX(CASE WHEN kpi = 'response_rate' AND hidden_cumulative = 1 THEN 'hidden'
             WHEN kpi = 'response_rate' AND state = 'not_reported' THEN 'not_delivered' END) AS response_rate_state,
    MAX(CASE kpi WHEN 'response_rate' THEN figure END) AS response_rate_figure
FROM metrics_value_published
WHERE region = 'LV' AND period = :period AND sex = ''
