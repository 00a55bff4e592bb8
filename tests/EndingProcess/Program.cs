using TopHalf;
using TopHalf.Tests.EndingProcess;

// Says what the card sees, so that it is seen after the end too.
var card = new SpeakingCard();
var driver = new EndingDriver { Way = args[0] };
InterruptBinding binding = driver.EnableInterrupts(card);
Console.WriteLine("enabled");
switch (args[0])
{
    case "return":
        return 0;
    case "exit":
        Environment.Exit(3);
        break;
    case "throw":
        throw new InvalidOperationException("on purpose");
    case "throw-elsewhere":
        new Thread(static () => throw new InvalidOperationException("on purpose")).Start();
        break;
    case "exit-in-handler" or "hang-in-handler":
        card.Raise(0);
        break;
    case "cancel":
        Console.CancelKeyPress += static (_, _) => { };
        break;
}

if (args[0] == "hang-in-handler")
{
    driver.Entered.Wait();
    return 0;
}

EndingDriver.Never.Wait();
GC.KeepAlive(binding);
return 1;
