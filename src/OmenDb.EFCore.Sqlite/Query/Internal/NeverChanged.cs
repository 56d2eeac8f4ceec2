using System.ComponentModel;

namespace OmenDb.EFCore.Sqlite.Query.Internal;

/// <summary>What is never tracked. It says that it tells of changes, since a model may ask that of all its entities (<c>HasChangeTrackingStrategy</c>).</summary>
public abstract class NeverChanged : INotifyPropertyChanging, INotifyPropertyChanged
{
    event PropertyChangingEventHandler? INotifyPropertyChanging.PropertyChanging
    {
        add { }
        remove { }
    }

    event PropertyChangedEventHandler? INotifyPropertyChanged.PropertyChanged
    {
        add { }
        remove { }
    }
}
