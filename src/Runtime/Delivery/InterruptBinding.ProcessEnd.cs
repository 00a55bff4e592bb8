namespace TopHalf;

/// <content>The end of a binding with its process.</content>
public sealed partial class InterruptBinding
{
    // A handler that hangs, or the one that ends the process, must not keep the card from being left quiet.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>Ends the binding as a disposal does; where its handlers do not return in time, the card is left quiet all the same.</summary>
    /// <returns>Done when the card is quiet.</returns>
    internal Task EndWithProcess()
    {
        var isQuiet = new TaskCompletionSource();
        Start(() => TryEnd());
        Start(() =>
        {
            if (Task.WaitAny([Completion], Patience) < 0 && !IsGone)
            {
                SourceControl.Disable(Manifest, _device, Record);
                SourceControl.Release(Manifest, _device, Record);
                Attempt(() => _device.SetBusMaster(on: false));
            }

            isQuiet.SetResult();
        });
        return isQuiet.Task;

        // Threads of their own: those of the pool may all be busy, or never run again.
        static void Start(ThreadStart body) => new Thread(body) { IsBackground = true }.Start();
    }
}
