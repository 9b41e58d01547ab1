# Messages to other systems.
webhook-refusal-address = Write a whole address, for example https://esdh.kommune.dk/pejling, without name and password.
webhook-refusal-https = The address must begin with https://, so that nobody can read along.
webhook-refusal-private = The address is in a closed network. Choose one that can be reached from the internet, or ask whoever runs Pejling to allow it.
webhook-refusal-events = Choose at least one of these events: { $known }.
webhook-refusal-many = The authority has { $most } addresses already. Remove one before you make another.
webhook-refusal-off = Messages to other systems are switched off here. Ask whoever runs Pejling to switch them on.
webhook-sender = Sending of messages
webhook-off-subject = Messages to your system have been switched off
webhook-off-text =
    Dear { $name }

    { $address } has not answered for a long time, so Pejling sends no more messages there.

    When the system answers again, it can be switched on with POST /api/v1/webhooks/…/enabling. What was waiting is then sent.
