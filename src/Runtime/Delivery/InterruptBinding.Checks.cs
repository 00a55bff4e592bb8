using TopHalf.CompilerServices;

namespace TopHalf;

/// <content>What handlers do, looked at while they run.</content>
public sealed partial class InterruptBinding
{
    private Action<InterruptOffence>? _offenceDetected;

    /// <summary>
    /// What was counted of the handlers' calls so far, by vector, ascending; empty without <see cref="InterruptOptions.Checked"/>. A
    /// snapshot; still readable after the end.
    /// </summary>
    public IReadOnlyList<HandlerCheck> Checks
    {
        get
        {
            var checks = new List<HandlerCheck>();
            foreach (InterruptReceiver receiver in _receivers)
            {
                for (int slot = 0; receiver.Checks is { } counted && slot < receiver.Vectors.Length; slot++)
                {
                    int vector = receiver.Vectors[slot];
                    checks.Add(counted.Count(slot, vector, Manifest.HandlerOf(vector)!.Name));
                }
            }

            return [.. checks.OrderBy(static check => check.Vector)];
        }
    }

    private IEnumerable<HandlerChecks> AllChecks => _receivers.Select(static receiver => receiver.Checks).OfType<HandlerChecks>();

    private void CheckHandlers(InterruptOptions options)
    {
        if (!options.Checked)
        {
            return;
        }

        _offenceDetected = options.OffenceDetected;
        foreach (InterruptReceiver receiver in _receivers)
        {
            receiver.Checks = new HandlerChecks(receiver.Vectors.Length, options.HandlerTimeLimit, (slot, offence) => TellOffence(receiver, slot, offence));
        }

        CheckAside.Add(AllChecks);
    }

    private void EndChecks()
    {
        if (AllChecks.Any())
        {
            CheckAside.Remove(AllChecks);
        }
    }

    // On the receive thread, after the call: what it takes is nobody's.
    private void TellOffence(InterruptReceiver receiver, int slot, InterruptOffence offence)
    {
        if (_offenceDetected is { } tell)
        {
            int vector = receiver.Vectors[slot];
            InterruptOffence named = offence with { Device = _device.Name, Handler = Manifest.HandlerOf(vector)!.Name, Vector = vector };
            ThreadPool.UnsafeQueueUserWorkItem(static call => call.tell(call.named), (tell, named), preferLocal: false);
        }
    }
}
