namespace TopHalf;

/// <content>Sources that interrupt without end.</content>
public sealed partial class InterruptBinding
{
    private Action<InterruptStorm>? _stormDetected;

    private void GuardAgainstStorms(InterruptOptions options, BindingPlan[] plans)
    {
        _stormDetected = options.StormDetected;
        for (int i = 0; i < plans.Length; i++)
        {
            _receivers[i].GuardAgainstStorms(Manifest, plans[i].Options.StormRate, OnStorm);
        }
    }

    // On the receive thread of the vector, once for a vector.
    private void OnStorm(int vector, bool isMasked)
    {
        if (_stormDetected is { } tell)
        {
            var storm = new InterruptStorm(_device.Name, Manifest.HandlerOf(vector)!.Name, vector, isMasked);
            ThreadPool.UnsafeQueueUserWorkItem(static call => call.tell(call.storm), (tell, storm), preferLocal: false);
        }
    }
}
