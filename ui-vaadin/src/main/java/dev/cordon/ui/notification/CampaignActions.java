package dev.cordon.ui.notification;

import dev.cordon.application.incident.IncidentQueries;
import dev.cordon.application.kernel.Caller;
import dev.cordon.application.notification.ApproveCampaign;
import dev.cordon.application.notification.CampaignQueries;
import dev.cordon.application.notification.DecideDelivery;
import dev.cordon.application.notification.DispatchQueries;
import dev.cordon.application.notification.DraftCampaign;
import dev.cordon.application.notification.EditNotice;
import dev.cordon.application.notification.SendBackCampaign;
import dev.cordon.application.notification.SubmitCampaign;
import dev.cordon.application.people.PeopleQueries;
import org.springframework.stereotype.Component;

/** What can be read of notices and done with them, in one piece for the pages. */
@Component
record CampaignActions(
        CampaignQueries queries,
        IncidentQueries incidents,
        PeopleQueries people,
        DraftCampaign draft,
        EditNotice edit,
        SubmitCampaign submit,
        ApproveCampaign approve,
        SendBackCampaign sendBack,
        DispatchQueries dispatch,
        DecideDelivery decide,
        Caller caller) {}
