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
            _receivers[i].GuardAgainstStorms(plans[i].Options.StormRate, OnStorm);
        }
    }

    // On the receive thread of the vector. What goes wrong with the card here ends the binding, as with a handler.
    private void OnStorm(int vector, bool mask)
    {
        HandlerManifest handler = Manifest.HandlerOf(vector)!;
        if (mask)
        {
            SourceControl.Disable(handler, _device, static e => throw e);
        }

        if (_stormDetected is { } tell)
        {
            bool isMasked = Manifest.IsLine || StepProgram.Everywhere(handler).Any(static s => s.Role == StepRole.Disable);
            var storm = new InterruptStorm(_device.Name, handler.Name, vector, isMasked);
            ThreadPool.UnsafeQueueUserWorkItem(static call => call.tell(call.storm), (tell, storm), preferLocal: false);
        }
    }
}
