using TopHalf;
using TopHalf.Tests.EndingProcess;

// Says what the card sees, so that it is seen after the end too.
var card = new SpeakingCard();
var driver = new EndingDriver { Way = args[0] };
using var signalled = new ManualResetEventSlim();
Thread? signalThread = null;
if (args[0] == "live-on")
{
    Console.CancelKeyPress += (_, e) =>
    {
        e.Cancel = true;
        signalThread = Thread.CurrentThread;
        signalled.Set();
    };
}

InterruptBinding binding = driver.EnableInterrupts(card);
if (args[0] == "cancel")
{
    Console.CancelKeyPress += static (_, _) => { };
}

Console.WriteLine("enabled"); // whoever reads it may send the signal
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
    case "exit-in-handler":
        card.Raise(0);
        break;
    case "hang-in-handler":
        card.Raise(0);
        driver.Entered.Wait();
        return 0;
    case "live-on":
        // All that have registered are called on a thread of their own, the library too: after its end that has been.
        signalled.Wait();
        signalThread!.Join();
        card.Raise(0);
        WaitHandle.WaitAny([driver.Entered.WaitHandle, ((IAsyncResult)binding.Completion).AsyncWaitHandle]);
        return 0;
}

EndingDriver.Never.Wait();
GC.KeepAlive(binding);
return 1;
