namespace IncidentReporting.Application.Demonstration;

/// <summary>How the counterpart reached the exposed person.</summary>
[Flags]
internal enum Way
{
    Meeting = 1,
    Call = 2,
    Writing = 4,
    Net = 8,
    OffDuty = 16,
    Spoken = Meeting | Call | OffDuty,
    Face = Meeting | OffDuty,
    Words = Meeting | Call | Writing | OffDuty,
}

/// <summary>Where and in what situation something happened, with the words that begin the account of it.</summary>
internal sealed record DemoSetting(Way Way, Work Work, string Opening, string Place, string Channel, string[] Situations, string OnDuty = "working")
{
    public static IReadOnlyList<DemoSetting> All { get; } =
    [
        new(Way.Meeting, Work.Children, "Under ett planerat hembesök", "client_home", "in_person", ["home_visit_planned", "child_inquiry"]),
        new(Way.Meeting, Work.Children, "Under ett oanmält hembesök", "client_home", "in_person", ["home_visit_unannounced", "child_inquiry"]),
        new(Way.Meeting, Work.Children, "I slutet av ett möte i besöksrummet", "office_meeting_room", "in_person", ["child_inquiry"]),
        new(Way.Meeting, Work.Children, "När ett beslut lämnades på kontoret", "office_meeting_room", "in_person", ["negative_decision"]),
        new(Way.Meeting, Work.Children, "Under ett övervakat umgänge", "open_care", "in_person", ["visit_supervised", "custody_contact"]),
        new(Way.Meeting, Work.Children, "Efter en förhandling i tingsrätten", "court", "in_person", ["court_hearing", "custody_contact"]),
        new(Way.Meeting, Work.Children, "I samband med ett omhändertagande", "client_home", "in_person", ["lvu_taking"]),
        new(Way.Meeting, Work.Children, "Vid en hämtning på skolan", "school", "in_person", ["transport_handover"]),
        new(Way.Meeting, Work.Children, "Vid en överlämning i ett familjehem", "family_home", "in_person", ["transport_handover", "lvu_ongoing"]),
        new(Way.Meeting, Work.Children, "Under uppsökande arbete i centrum", "public_place", "in_person", ["field_work"]),
        new(Way.Meeting, Work.Aid, "Under ett bokat besök om ekonomiskt bistånd", "office_meeting_room", "in_person", ["financial_aid"]),
        new(Way.Meeting, Work.Aid, "När ett avslag förklarades i besöksrummet", "office_meeting_room", "in_person", ["financial_aid", "negative_decision"]),
        new(Way.Meeting, Work.Aid, "I receptionen före öppningstid", "office_reception", "in_person", ["financial_aid", "waiting_access"]),
        new(Way.Meeting, Work.Aid, "I väntrummet efter en lång väntan", "office_reception", "in_person", ["waiting_access"]),
        new(Way.Meeting, Work.Aid, "Under ett hembesök om boendesituationen", "client_home", "in_person", ["home_visit_planned", "financial_aid"]),
        new(Way.Meeting, Work.Office, "Utanför entrén vid arbetsdagens slut", "office_outside", "in_person", ["revenge_after_decision"]),
        new(Way.Meeting, Work.Office, "Under ett videomöte med flera deltagare", "office_other", "video_meeting", ["pressure_before_decision"]),
        new(Way.Meeting, Work.Housing, "Under kvällspasset i de gemensamma lokalerna", "support_housing", "in_person", ["limit_setting"]),
        new(Way.Meeting, Work.Housing, "När husreglerna om besök påmindes om", "support_housing", "in_person", ["limit_setting"]),
        new(Way.Meeting, Work.Housing, "I trapphuset vid en uppföljning av hyresavtalet", "support_housing", "in_person", ["financial_aid", "limit_setting"]),
        new(Way.Meeting, Work.Home, "Under middagen på avdelningen", "hvb", "in_person", ["limit_setting"]),
        new(Way.Meeting, Work.Home, "När telefontiden var slut för kvällen", "hvb", "in_person", ["limit_setting", "lvu_ongoing"]),
        new(Way.Meeting, Work.Home, "Under en aktivitet utanför boendet", "public_place", "in_person", ["limit_setting"]),
        new(Way.Meeting, Work.Home, "Under en transport till ett umgänge", "transport", "in_person", ["transport_handover", "lvu_ongoing"]),
        new(Way.Meeting, Work.Residential, "Vid utdelningen av medicin", "", "in_person", ["medication_money"]),
        new(Way.Meeting, Work.Residential, "Tidigt under nattpasset", "", "in_person", ["intoxication_acute_illness"]),
        new(Way.Meeting, Work.Residential, "I samband med en konflikt mellan två boende", "", "in_person", ["conflict_between_clients"]),
        new(Way.Meeting, Work.Residential, "När ett rum gicks igenom enligt rutinen", "", "in_person", ["limit_setting"]),
        new(Way.Call, Work.Any, "I ett telefonsamtal om ett beslut", "office_other", "phone", ["negative_decision"]),
        new(Way.Call, Work.Any, "I ett samtal till tjänstetelefonen", "office_other", "phone", ["pressure_before_decision"]),
        new(Way.Call, Work.Office, "Under telefontiden på förmiddagen", "office_other", "phone", ["waiting_access"]),
        new(Way.Call, Work.Any, "I ett röstmeddelande efter helgen", "office_other", "voicemail", ["revenge_after_decision"]),
        new(Way.Call, Work.Office, "I ett samtal under en dag med hemarbete", "remote_home_work", "phone", ["no_trigger"]),
        new(Way.Writing, Work.Any, "I ett sms till tjänstetelefonen", "office_other", "sms_chat", ["pressure_before_decision"]),
        new(Way.Writing, Work.Any, "I ett mejl sent på kvällen", "office_other", "email", ["negative_decision"]),
        new(Way.Writing, Work.Office, "I ett brev till kontoret", "office_other", "letter_parcel", ["revenge_after_decision"]),
        new(Way.Writing, Work.Aid, "I ett meddelande i e-tjänsten", "office_other", "e_service", ["financial_aid"]),
        new(Way.Net, Work.Any, "I ett öppet inlägg i sociala medier", "online_only", "social_media_public", ["revenge_after_decision"]),
        new(Way.Net, Work.Office, "I kommentarerna under arbetsgivarens inlägg", "online_only", "employer_channel", ["no_trigger"]),
        new(Way.Net, Work.Any, "På ett diskussionsforum", "online_only", "forum_review", ["no_trigger"]),
        new(Way.Net, Work.Children, "I en grupp för föräldrar på nätet", "online_only", "social_media_public", ["lvu_ongoing"]),
        new(Way.Net, Work.Children, "I en direktsändning från parkeringen", "online_only", "live_stream", ["demonstration"]),
        new(Way.OffDuty, Work.Any, "I matbutiken en ledig dag", "commute_leisure", "in_person", ["revenge_after_decision"], "off_duty"),
        new(Way.OffDuty, Work.Any, "På väg hem från arbetet", "commute_leisure", "in_person", ["no_trigger"], "commuting"),
        new(Way.OffDuty, Work.Any, "Utanför bostaden en kväll", "staff_home", "in_person", ["revenge_after_decision"], "off_duty"),
    ];

    /// <summary>The place; where the words fit several workplaces, the one of the unit.</summary>
    public string PlaceAt(Work work) => Place.Length > 0 ? Place : work == Work.Home ? "hvb" : "support_housing";
}
