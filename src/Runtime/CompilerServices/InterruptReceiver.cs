using System.ComponentModel;

namespace TopHalf.CompilerServices;

/// <summary>For generated code: waits for the vectors of one receive thread.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class InterruptReceiver
{
    private protected InterruptReceiver()
    {
    }

    /// <summary>The next signalled vector; waits for one. False when the binding stops.</summary>
    public bool Next(out InterruptEvent interrupt) => throw new NotImplementedException();

    /// <summary>Counts an event whose pending register said that it is not the device's.</summary>
    public void Spurious(in InterruptEvent interrupt) => throw new NotImplementedException();

    /// <summary>Called when a status reads all ones: throws if the device is gone, returns if the value is real.</summary>
    public void ConfirmPresent() => throw new NotImplementedException();
}
