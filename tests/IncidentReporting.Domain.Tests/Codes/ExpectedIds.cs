using IncidentReporting.Domain.Codes;

namespace IncidentReporting.Domain.Tests.Codes;

/// <summary>The ids that other programs, stored cases and statistics rely on, written out so that a lost one is seen.</summary>
internal static class ExpectedIds
{
    public static IEnumerable<TestCaseData> PerList()
    {
        yield return Expect("C1", CodeLists.IncidentKinds, 74, """
                threat_veiled threat_direct other_violation online_attack physical_violence threat_veiled.family_question
                threat_veiled.knows_home threat_veiled.knows_children threat_veiled.future_harm threat_veiled.gesture
                threat_veiled.network threat_veiled.messenger threat_veiled.watching threat_direct.death threat_direct.violence
                threat_direct.sexual threat_direct.relative threat_direct.colleague threat_direct.property threat_direct.bomb
                threat_direct.weapon_shown threat_direct.exposure other_violation.verbal_abuse other_violation.hate
                other_violation.sexual other_violation.stalking other_violation.home_visited other_violation.relative_approached
                other_violation.persistent_contact other_violation.recorded other_violation.property_damage other_violation.arson
                other_violation.theft other_violation.intrusion other_violation.blocked other_violation.crowd
                other_violation.undue_offer other_violation.abusive_reports other_violation.identity_misuse
                other_violation.self_harm_pressure other_violation.suspicious_item other_violation.animal online_attack.insult
                online_attack.exposed online_attack.doxxing online_attack.defamation online_attack.campaign online_attack.pile_on
                online_attack.recording_published online_attack.impersonation online_attack.intimate_image
                online_attack.relative_exposed online_attack.media_letter online_attack.review online_attack.account_intrusion
                physical_violence.push_grab physical_violence.hit_kick physical_violence.bite_scratch physical_violence.spit_fluid
                physical_violence.thrown_object physical_violence.strangle physical_violence.blunt physical_violence.sharp
                physical_violence.firearm physical_violence.chemical_fire physical_violence.vehicle physical_violence.sexual
                physical_violence.hostage physical_violence.attempt threat_veiled.other threat_direct.other other_violation.other
                online_attack.other physical_violence.other
                """);
        yield return Expect("C2", CodeLists.Channels, 18, """
                in_person phone voicemail sms_chat email letter_parcel video_meeting social_media_public social_media_private
                forum_review news_media employer_channel e_service live_stream third_person object_trace other unknown
                """);
        yield return Expect("C3", CodeLists.Places, 21, """
                office_meeting_room office_reception office_other office_outside client_home hvb support_housing open_care family_home
                school health_facility court police_premises public_place transport remote_home_work staff_home commute_leisure
                online_only other unknown
                """);
        yield return Expect("C3", CodeLists.Situations, 24, """
                negative_decision financial_aid child_inquiry lvu_taking lvu_ongoing lvm custody_contact visit_supervised
                home_visit_planned home_visit_unannounced transport_handover limit_setting conflict_between_clients medication_money
                field_work court_hearing revenge_after_decision pressure_before_decision waiting_access demonstration
                intoxication_acute_illness no_trigger other unknown
                """);
        yield return Expect("C3", CodeLists.OnDutyStates, 4, """
                working on_call commuting off_duty
                """);
        yield return Expect("C3", CodeLists.Staffing, 3, """
                alone pair group
                """);
        yield return Expect("C3", CodeLists.Alarms, 4, """
                none had_not_used used_worked used_failed
                """);
        yield return Expect("C3", CodeLists.RiskAssessedBefore, 2, """
                yes no
                """);
        yield return Expect("C3", CodeLists.PoliceAssistances, 4, """
                not_asked asked_given asked_refused asked_late
                """);
        yield return Expect("C3", CodeLists.Circumstances, 7, """
                guard_present time_pressure low_staffing new_to_task known_risk_not_passed_on premises_flaw unfamiliar_place
                """);
        yield return Expect("C4", CodeLists.OccupationalGroups, 18, """
                social_secretary_authority needs_assessor treatment_hvb treatment_support_housing treatment_open_care counsellor_health
                counsellor_school field_assistant family_law_officer foster_care_officer lss_officer debt_adviser manager
                admin_reception elected_member agency_consultant student_trainee other
                """);
        yield return Expect("C4", CodeLists.Experience, 5, """
                under_1 1_2 3_5 6_10 over_10
                """);
        yield return Expect("C4", CodeLists.DecisionParts, 4, """
                decision_maker case_officer co_worker none
                """);
        yield return Expect("C5", CodeLists.Sectors, 9, """
                municipality region state private_provider nonprofit church municipal_company staffing_agency other
                """);
        yield return Expect("C6", CodeLists.CounterpartRelations, 18, """
                client resident patient_pupil client_relative client_network former_client foster_parent representative
                partner_professional organised_group criminal_network unknown_person anonymous_online colleague manager_person
                own_private_relation other not_stated
                """);
        yield return Expect("C6", CodeLists.CounterpartCounts, 3, """
                one several crowd
                """);
        yield return Expect("C6", CodeLists.CounterpartRepeats, 3, """
                yes no unknown
                """);
        yield return Expect("C6", CodeLists.CounterpartAges, 4, """
                child_under_15 15_17 adult unknown
                """);
        yield return Expect("C7", CodeLists.Consequences, 39, """
                none fear_at_work fear_off_duty stress_reaction crisis_reaction sleep ethical_stress avoidance_private relative_affected
                considers_leaving left_job changed_duties moved_home property_loss economic_loss injury_minor medical_care hospital
                off_rest_of_shift sick_leave death injury_serious injury_serious.fracture injury_serious.bleeding
                injury_serious.sense_organ injury_serious.nerve_muscle_tendon injury_serious.internal_organ injury_serious.burn
                injury_serious.loss_of_body_part injury_serious.long_illness injury_serious.shock sick_leave.0 sick_leave.1
                sick_leave.2_3 sick_leave.4_7 sick_leave.8_14 sick_leave.15_30 sick_leave.31_90 sick_leave.over_90
                """);
        yield return Expect("C7", CodeLists.Dangers, 3, """
                low raised serious
                """);
        yield return Expect("C7", CodeLists.PerceivedSeverities, 4, """
                1 2 3 4
                """);
        yield return Expect("C8", CodeLists.SupportMeasures, 30, """
                immediate_safety manager_contact escorted_home medical_first_aid relieving_talk psychological_first_aid
                occupational_health psychologist peer_support group_talk supervision work_adaptation other_task_place paid_time
                help_police_report help_evidence_takedown help_claims legal_advice union_support victim_support_org witness_support
                security_adviser personal_alarm home_security protected_identity_support contact_ban_support family_support
                information_repeat other declined_all
                """);
        yield return Expect("C8", CodeLists.SupportAnswers, 3, """
                accepted declined later
                """);
        yield return Expect("C9", CodeLists.SupportAdequacies, 6, """
                fully mostly insufficient none not_wanted no_answer
                """);
        yield return Expect("C10", CodeLists.PoliceStatuses, 17, """
                undecided decided_report decided_not reported not_opened opened discontinued review_requested no_prosecution
                penalty_order charged trial_scheduled convicted acquitted appealed final unknown_after_check
                """);
        yield return Expect("C10", CodeLists.PoliceReasons, 17, """
                exposed_declines fear_reprisal fear_exposure seen_as_part_of_job seen_as_minor judged_no_crime treatment_grounds
                counterpart_condition unknown_offender lack_of_evidence secrecy_unsure no_trust burden did_not_know
                employer_advised_against covered_by_other_report other
                """);
        yield return Expect("C10", CodeLists.PoliceReportedBy, 5, """
                employer exposed_person both police_on_scene other_person
                """);
        yield return Expect("C10", CodeLists.PoliceSources, 4, """
                victim employer police_letter court
                """);
        yield return Expect("C10", CodeLists.ExposedAgrees, 3, """
                yes no not_asked
                """);
        yield return Expect("C11", CodeLists.NotificationAddressees, 10, """
                av_33a fk_injury afa_claim ivo_lex_sarah imy_breach safety_committee security_function platform_notice insurer other
                """);
        yield return Expect("C11", CodeLists.NotificationStatuses, 7, """
                not_assessed not_required required sent receipt answered closed
                """);
        yield return Expect("C12", CodeLists.ActionTypes, 36, """
                pair_home_visit no_lone_work experienced_staff meeting_at_office digital_meeting change_case_officer two_case_officers
                decision_delivery name_omitted_in_notice shielded_contact_data police_assistance guard personal_alarm room_alarm
                alarm_drill premises_change access_control reception_barrier risk_assessment security_routine contact_plan
                training_deescalation training_introduction adapted_communication staffing workload supervision_recurring
                information_temps communication_response comment_moderation letter_to_counterpart contact_ban access_ban
                cooperation_police learning_review other
                """);
        yield return Expect("C12", CodeLists.ActionLevels, 5, """
                eliminate technical organisational individual aftermath
                """);
        yield return Expect("C12", CodeLists.ActionStates, 5, """
                planned started done cancelled handed_over
                """);
        yield return Expect("C12", CodeLists.ActionEffects, 4, """
                good some none unclear
                """);
        yield return Expect("C13", CodeLists.InfluenceOutcomes, 10, """
                none hesitated delayed changed refrained avoided_contact documented_less handed_over feared_only not_say
                """);
        yield return Expect("C13", CodeLists.InfluencePurposes, 4, """
                influence avenge other unknown
                """);
        yield return Expect("C13", CodeLists.InfluenceInterventions, 7, """
                lvu lvm sol_decision financial_aid custody lss other
                """);
        yield return Expect("C13", CodeLists.InfluenceForms, 5, """
                harassment threat violence damage undue_offer
                """);
        yield return Expect("C14", CodeLists.AffectedRoles, 7, """
                direct indirect_witness colleague relative team workplace authority_as_such
                """);
        yield return Expect("C14", CodeLists.EvidenceTypes, 11, """
                screenshot message_export audio voicemail photo video_cctv letter object medical_note witness_statement log
                """);
        yield return Expect("C14", CodeLists.CaseEndReasons, 5, """
                completed duplicate withdrawn_by_reporter out_of_scope transferred
                """);
        yield return Expect("C15", CodeLists.HateMotives, 11, """
                ethnicity religion sexual_orientation gender_identity disability sex age profession political unknown prefers_not
                """);
        yield return Expect("api", CodeLists.OccurredPrecisions, 5, """
                exact about day week month
                """);
        yield return Expect("api", CodeLists.SafeNow, 3, """
                yes no unsure
                """);
        yield return Expect("api", CodeLists.ContactBy, 4, """
                manager next_manager coordinator safety_representative
                """);
        yield return Expect("api", CodeLists.IdentityGrounds, 3, """
                legal_claim legal_duty work_environment
                """);
        yield return Expect("api", CodeLists.AvDuties, 3, """
                yes no unclear
                """);
        yield return Expect("api", CodeLists.Injuries, 4, """
                none minor serious unknown
                """);
        yield return Expect("api", CodeLists.Calendars, 3, """
                same_day working_days none
                """);
        yield return Expect("api", CodeLists.IncidentStates, 12, """
                draft submitted acknowledged assessed in_progress follow_up closed reopened withdrawn duplicate transferred out_of_scope
                """);
        yield return Expect("api", CodeLists.ObligationStates, 4, """
                pending overdue done cancelled
                """);
        yield return Expect("api", CodeLists.NoteAudiences, 2, """
                case handlers
                """);
        yield return Expect("api", CodeLists.Roles, 11, """
                employee manager deputy safety_representative head_safety_representative coordinator analyst union_reader auditor
                administrator data_protection_officer
                """);
        yield return Expect("api", CodeLists.SurveyAnswers, 6, """
                threat_veiled threat_direct other_violation online_attack physical_violence none
                """);
    }

    private static TestCaseData Expect(string section, CodeList list, int count, string ids) =>
        new TestCaseData(list, count, ids.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries)).SetArgDisplayNames(section, list.Id);
}
